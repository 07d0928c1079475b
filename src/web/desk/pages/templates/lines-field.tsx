import type { ReactElement } from 'react';
import { Field, type FieldWords } from '../../../shared/components/field.tsx';

/** Text in several lines, as papers print it. */
export function LinesField(
  props: FieldWords & {
    readonly value: string;
    readonly rows: number;
    readonly maxLength?: number;
    readonly onText: (text: string) => void;
  },
): ReactElement {
  return (
    <Field label={props.label} hint={props.hint} error={props.error} printed={props.value}>
      {(ids) => (
        <textarea
          {...ids}
          className="input"
          rows={props.rows}
          maxLength={props.maxLength}
          value={props.value}
          onChange={(event) => props.onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
