import { type KeyboardEvent, type ReactElement, type SyntheticEvent, useRef, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { PrintNote } from '../../../shared/components/print-note.tsx';
import { readTypedDate } from '../../../shared/typed-date.ts';
import { keptWords } from '../../kept-words.ts';
import { useAskedOutside } from './asked-outside.ts';
import type { Briefing, Within } from './briefing.ts';
import { NEW_CONCLUSION } from './left-out.ts';
import { LengthLeft } from './length-left.tsx';
import { useMeeting } from './meeting.tsx';
import { NameNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';
import { readDraft, type Waiting, writeDraft } from './outbox.ts';
import { OwnerField } from './owner-field.tsx';
import { OwnerHint } from './owner-hint.tsx';
import type { Owner, SeatOption } from './seats-typed.ts';

type Draft = Owner & { readonly text: string; readonly due: string };

const ADD = 'Thêm kết luận';

const EMPTY: Draft = { text: '', ownerSeat: null, ownerName: null, due: '' };

/**
 * The line in which conclusions are typed: text, who, until when; Tab goes on, Ctrl+Enter adds. What stands in it is kept
 * in the tab with every key and never waits for the network.
 */
export function ConclusionForm(props: {
  readonly within: Within;
  readonly briefing: Briefing;
  readonly seats: readonly SeatOption[];
  readonly onAdd: (line: Waiting<'addConclusion'>) => void;
}): ReactElement {
  const { place } = useMeeting();
  const [draft, setDraft] = useState<Draft>(
    () => readDraft<Draft>(keptWords(), place, NEW_CONCLUSION) ?? EMPTY,
  );
  const [problem, setProblem] = useState<string>();
  // Ctrl+Enter chooses who does it and adds the line before the page is drawn anew between the two [GV207].
  const newest = useRef(draft);
  const first = useRef<HTMLInputElement>(null);
  const change = (changed: Partial<Draft>) => {
    const next = { ...newest.current, ...changed };
    newest.current = next;
    setDraft(next);
    writeDraft(keptWords(), place, NEW_CONCLUSION, next);
  };
  const outside = useAskedOutside(props.seats);
  const add = (event: SyntheticEvent) => {
    const { text, ownerSeat, ownerName, due: dueTyped } = newest.current;
    const due = readTypedDate(dueTyped);
    if (text.trim() === '') return setProblem('Ghi nội dung kết luận trước.');
    if (text.length > LONGEST.conclusion) return undefined;
    if (due.state === 'wrong') return setProblem(due.why);
    setProblem(undefined);
    if (outside.stops(newest.current, event)) return undefined;
    const conclusionId = crypto.randomUUID() as Id;
    props.onAdd({
      kind: 'addConclusion',
      entryId: conclusionId,
      input: {
        ...props.within,
        conclusionId,
        text,
        ownerSeat,
        ownerName,
        dueOn: due.state === 'day' ? due.date : null,
      },
    });
    change(EMPTY);
    first.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    add(event);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter adds from any of the three fields. */}
      <div className="add no-print" onKeyDown={onKeyDown}>
        <input
          ref={first}
          type="text"
          aria-label="Nội dung kết luận"
          placeholder="Thêm kết luận"
          autoComplete="off"
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <OwnerField
          label="Người làm"
          seats={props.seats}
          value={draft}
          field={outside.field}
          onOwner={change}
        />
        <input
          type="text"
          aria-label="Hạn"
          inputMode="numeric"
          placeholder="dd/mm/yyyy"
          autoComplete="off"
          value={draft.due}
          onChange={(event) => change({ due: event.currentTarget.value })}
        />
      </div>
      <LengthLeft text={draft.text} />
      <PrintNote text={`${draft.text} ${draft.ownerName ?? ''}`} />
      <NameNote text={draft.text} briefing={props.briefing} />
      <NumberNote text={draft.text} />
      <OwnerHint
        seats={props.seats}
        value={draft}
        field={outside.field}
        askedOf={outside.askedOf}
        press={ADD}
        onOwner={change}
      />
      {problem === undefined ? null : (
        <p className="form-error" role="alert">
          {problem}
        </p>
      )}
      <p className="add-keys small dim no-print">
        <span className="keys-only">
          <kbd>Tab</kbd> sang ô, <kbd>Ctrl</kbd> <kbd>Enter</kbd> thêm thành việc giao
        </span>
        <button type="button" className="btn sm" onClick={add}>
          {ADD}
        </button>
      </p>
    </>
  );
}
