import type { ReactElement } from 'react';
import { PRESENCES, type Presence } from '../../../../modules/governance/domain/attendance.ts';
import type { Briefing } from './briefing.ts';
import { useMeeting } from './meeting.tsx';
import { isAttendeeAnother, type Waiting, waitingOf } from './outbox.ts';
import type { KeptForm } from './use-draft.ts';
import { WaitingNote } from './waiting-note.tsx';

/** What stands in the form of a presence, with the version that the person began with [GV90] and of whom they said it [GV173]. */
export type PresenceDraft = {
  readonly presence: Presence;
  readonly deputyName: string;
  readonly note: string;
  readonly baseVersion: number;
  readonly fullName: string;
};

/** What was told of somebody's presence and that the server does not have yet. */
export function WaitingPresence({
  attendee,
  form,
}: {
  readonly attendee: Pick<Briefing['attendees'][number], 'attendeeId' | 'version' | 'fullName'> & {
    readonly takenOff?: Briefing['takenOff'][number];
  };
  readonly form: KeptForm;
}): ReactElement {
  const { waiting, drop } = useMeeting();
  const { attendeeId, version: baseVersion, fullName, takenOff } = attendee;
  const mend = ({ entryId, input }: Waiting<'recordAttendance'>) => {
    drop(entryId);
    const { presence, deputyName, note } = input;
    form.open({
      presence,
      deputyName: deputyName ?? '',
      note: note ?? '',
      baseVersion,
      fullName,
    } satisfies PresenceDraft);
  };
  // Of a row that was taken off and is another's now nothing is said: that person was never on the list here.
  const anewOf = (entry: Waiting<'recordAttendance'>) =>
    takenOff !== undefined && isAttendeeAnother(entry)
      ? {}
      : { anew: () => ({ ...entry, refusal: undefined, input: { ...entry.input, baseVersion, fullName } }) };
  return (
    <>
      {waitingOf(waiting, 'recordAttendance')
        .filter(({ input }) => input.attendeeId === attendeeId)
        .map((entry) => (
          <WaitingNote
            key={entry.entryId}
            entry={entry}
            text={toldWords(entry.input)}
            {...(entry.input.placeOf === undefined ? { onMend: () => mend(entry) } : {})}
            {...anewOf(entry)}
          />
        ))}
    </>
  );
}

function toldWords({ placeOf, presence, deputyName, note }: Waiting<'recordAttendance'>['input']): string {
  const whose = placeOf === undefined ? '' : `${placeOf}: `;
  const deputy = deputyName === null ? '' : `: ${deputyName}`;
  return `${whose}${PRESENCES[presence]}${deputy}${note === null ? '' : `, ${note}`}`;
}
