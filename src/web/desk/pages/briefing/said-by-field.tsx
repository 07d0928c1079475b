import type { ReactElement } from 'react';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { TextField } from '../../../shared/components/field.tsx';
import { NumberNote } from './number-note.tsx';

/** Who said what somebody writes down for them [GV102]; the same field wherever a difficulty is raised. */
export function SaidByField(props: {
  readonly value: string;
  readonly onText: (typed: string) => void;
}): ReactElement {
  return (
    <>
      <TextField
        label="Ai nêu"
        hint="Bỏ trống nếu là chính mình."
        value={props.value}
        maxLength={LONGEST.teller}
        onText={props.onText}
      />
      <NumberNote text={props.value} />
    </>
  );
}
