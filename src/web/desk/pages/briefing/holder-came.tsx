import { type MouseEvent, type ReactElement, useEffect, useRef } from 'react';
import { NOBODY } from '../../../../modules/governance/domain/seats.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { isTypedAt } from '../../use-kept-form.ts';
import type { Briefing, Within } from './briefing.ts';
import { useMeeting } from './meeting.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import type { KeptForm } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';

type Attendee = Briefing['attendees'][number];
type Told = Pick<Waiting<'recordAttendance'>['input'], 'placeOf' | 'presence' | 'deputyName' | 'note'>;
type Press = { readonly text: string; readonly told: Told };

/**
 * In the row of an office that changed hands: that its holder came, by one press [GV177], and by one more that the row is again of whose it
 * was, as that was said of them [GV179].
 */
export function HolderCame(props: {
  readonly attendee: Omit<Attendee, 'seat'>;
  readonly within: Within;
  /** How the press is called. */
  readonly title: string;
  /** The form of the row: one in which nothing was typed yet is of whom it named, and is closed. */
  readonly form: KeptForm;
}): ReactElement | null {
  const { attendee, within, form } = props;
  const { attendeeId, fullName, version: baseVersion } = attendee;
  const { waiting, place } = useMeeting();
  const record = useSentLater('recordAttendance');
  const buttons = useRef<HTMLSpanElement>(null);
  /** Whose the row was when its press was pressed. */
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (pressed.current === null || pressed.current === fullName) return;
    pressed.current = null;
    // What was pressed is gone once the row is another's: the keyboard, unless it is elsewhere by now, goes to what takes it back.
    if (document.activeElement === document.body) buttons.current?.querySelector('button')?.focus();
  }, [fullName]);
  const isWaiting = waitingOf(waiting, 'recordAttendance').some(
    ({ input }) => input.attendeeId === attendeeId,
  );
  const presses = pressesOf(attendee, props.title);
  if (presses.length === 0 || isWaiting) return null;
  const press = async ({ detail }: MouseEvent, told: Told) => {
    // The second press of a double click would take back the first.
    if (record.isBusy || detail > 1) return;
    pressed.current = fullName;
    const isTaken = await record.run({ ...within, attendeeId, fullName, baseVersion, ...told });
    if (isTaken && form.isOpen && !isTypedAt({ ...place, kind: 'draft' }, form.name)) form.close();
  };
  return (
    <span className="sub who-came" ref={buttons}>
      {presses.map(({ text, told }) => (
        <button
          key={text}
          type="button"
          className="link no-print"
          // So would a key that is held down.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={(event) => void press(event, told)}
        >
          {text}
        </button>
      ))}
      <Refused error={record.error} />
    </span>
  );
}

function pressesOf(
  { before, holdersToCome }: Pick<Attendee, 'before' | 'holdersToCome'>,
  title: string,
): readonly Press[] {
  return [
    ...(before === null ? [] : [pressBack(before)]),
    ...holdersToCome.map((placeOf) => ({
      text: `${title}: ${placeOf}`,
      told: { placeOf, presence: 'present' as const, deputyName: null, note: null },
    })),
  ];
}

function pressBack({ fullName, isVacant, ...told }: NonNullable<Attendee['before']>): Press {
  const text = `Đổi lại: ${fullName}${isVacant ? ` (${NOBODY})` : ''}`;
  return { text, told: { placeOf: fullName, ...told } };
}
