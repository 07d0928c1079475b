import { type ReactElement, useState } from 'react';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { PrintNote } from '../../../shared/components/print-note.tsx';
import type { Briefing } from './briefing.ts';
import { NameNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';

/** What an item of the agenda is about, being written [GV100]: hidden behind a button until there is something to write. */
export function AgendaNote(props: {
  readonly name: string;
  readonly note: string;
  readonly briefing: Briefing;
  readonly onChange: (changed: { readonly note: string }) => void;
}): ReactElement {
  const [isAsked, ask] = useState(false);
  if (!isAsked && props.note === '')
    return (
      <button
        type="button"
        className="twin agenda-note"
        aria-label={`Thêm nội dung: ${props.name}`}
        onClick={() => ask(true)}
      >
        <Icon name="plus" />
        Nội dung
      </button>
    );
  return (
    <>
      <textarea
        className="input agenda-note"
        aria-label={`Nội dung: ${props.name}`}
        placeholder="Nội dung phổ biến, mỗi ý một dòng"
        rows={4}
        maxLength={LONGEST.agendaNote}
        // Asked for by the button just pressed; an agenda that opens with notes leaves the cursor alone.
        ref={(field) => {
          if (isAsked && field !== null && props.note === '') field.focus();
        }}
        value={props.note}
        onChange={(event) => props.onChange({ note: event.currentTarget.value })}
      />
      <PrintNote text={props.note} />
      <NameNote text={props.note} kind="note" briefing={props.briefing} />
      <NumberNote text={props.note} />
    </>
  );
}
