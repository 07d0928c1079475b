import { type InputHTMLAttributes, type ReactElement, type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

/** The words round a control. */
export type FieldWords = {
  readonly label: string;
  /** Said under the label before anything is wrong: what to type. */
  readonly hint?: ReactNode;
  /** Cause and remedy. Nothing the person typed is cleared. */
  readonly error?: string | undefined;
};

/** The label, hint and error round any control; the control gets the ids that tie them together. */
export function Field(
  props: FieldWords & {
    readonly children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
  },
): ReactElement {
  const id = useId();
  const described = [
    props.hint === undefined ? '' : `${id}-hint`,
    props.error === undefined ? '' : `${id}-error`,
  ]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      {props.hint === undefined ? null : (
        <span id={`${id}-hint`} className="form-hint">
          {props.hint}
        </span>
      )}
      {props.children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(props.error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {props.error === undefined ? null : (
        <span id={`${id}-error`} className="form-error" role="alert">
          <Icon name="warning" />
          {props.error}
        </span>
      )}
    </div>
  );
}

/** A line of text. Pasting is allowed, always. */
export function TextField(
  props: FieldWords &
    Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> & {
      readonly onText: (text: string) => void;
    },
): ReactElement {
  const { label, hint, error, onText, className, ...input } = props;
  return (
    <Field label={label} hint={hint} error={error}>
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
