import {
  type InputHTMLAttributes,
  type InvalidEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  useId,
  useState,
} from 'react';
import { invalidText } from '../invalid-text.ts';
import { Icon } from './icon.tsx';
import { PrintNote } from './print-note.tsx';

/** The words round a control. */
export type FieldWords = {
  readonly label: string;
  /** Said under the label before anything is wrong: what to type. */
  readonly hint?: ReactNode;
  /** Cause and remedy. Nothing the person typed is cleared. */
  readonly error?: string | undefined;
  /** What is typed, where papers print it: letters that cannot be printed are named under the field [DO20]. */
  readonly printed?: string | undefined;
};

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * The label, hint and error round any control; the control gets the ids that tie them together. What keeps a form from
 * being sent is said here, under the field, in place of the browser's bubble.
 */
export function Field(
  props: FieldWords & {
    readonly children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
  },
): ReactElement {
  const id = useId();
  const { unsent, listen } = useUnsent<HTMLDivElement>();
  const error = props.error ?? unsent;
  const described = [
    ...(props.hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(props.printed === undefined ? [] : [`${id}-print`]),
  ].join(' ');
  return (
    <div className="form-field" {...listen}>
      <label htmlFor={id}>{props.label}</label>
      {props.hint === undefined ? null : (
        <span id={`${id}-hint`} className="form-hint">
          {props.hint}
        </span>
      )}
      {props.children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {props.printed === undefined ? null : <PrintNote id={`${id}-print`} text={props.printed} />}
      {error === undefined ? null : (
        <span id={`${id}-error`} className="form-error" role="alert">
          <Icon name="warning" />
          {error}
        </span>
      )}
    </div>
  );
}

/**
 * What keeps the controls inside an element from being sent, in our words: cause and remedy, until something is typed. The
 * browser's bubble, which speaks the browser's language, does not come.
 *
 * @returns `unsent`, to be shown at the controls, and `listen`, which the element round them takes
 */
export function useUnsent<Round extends HTMLElement>() {
  const [unsent, setUnsent] = useState<string>();
  const tell = (event: InvalidEvent<Round>) => {
    event.preventDefault();
    const control = event.target as unknown as Control;
    setUnsent(invalidText(control));
    if (isFirstInvalid(control)) control.focus();
  };
  return { unsent, listen: { onInvalidCapture: tell, onInput: () => setUnsent(undefined) } };
}

/** Of several fields that are wrong the first is gone to, as a browser does. */
function isFirstInvalid(control: Control): boolean {
  const controls = [...(control.form?.elements ?? [])] as Control[];
  return controls.find((one) => one.willValidate && !one.validity.valid) === control;
}

/**
 * The `ref` of a control that is not to be sent while it is empty or holds nothing but blanks, which the browser's `required` lets
 * through: both are told in the same words, under the field.
 */
export function notBlank(words: string) {
  return (control: HTMLInputElement | HTMLTextAreaElement | null): void =>
    control?.setCustomValidity(control.value.trim() === '' ? words : '');
}

/** A line of text. Pasting is allowed, always. */
export function TextField(
  props: FieldWords &
    Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> & {
      readonly ref?: Ref<HTMLInputElement>;
      readonly onText: (text: string) => void;
    },
): ReactElement {
  const { label, hint, error, printed, onText, className, ...input } = props;
  return (
    <Field label={label} hint={hint} error={error} printed={printed}>
      {(ids) => (
        <input
          type="text"
          {...input}
          {...ids}
          className={`input ${className ?? ''}`}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** One of a few. */
export function SelectField(
  props: FieldWords & {
    readonly value: string;
    readonly options: readonly { readonly value: string; readonly text: string }[];
    readonly onChoose: (value: string) => void;
  },
): ReactElement {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={props.value}
          onChange={(event) => props.onChoose(event.currentTarget.value)}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
