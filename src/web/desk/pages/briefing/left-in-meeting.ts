import { isEmptySeat, isThere } from '../../../../modules/governance/domain/attendance.ts';
import { inSentence } from '../../../../modules/governance/domain/offices-anew.ts';
import { NOBODY } from '../../../../modules/governance/domain/seats.ts';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import type { Briefing } from './briefing.ts';

type Attendee = Pick<
  Briefing['attendees'][number],
  'fullName' | 'isVacant' | 'presence' | 'leftOffice' | 'capacity'
>;
type Conclusion = Pick<Briefing['conclusions'][number], 'ownerName' | 'ownerNow'>;
type Difficulty = Pick<Briefing['difficulties'][number], 'state' | 'givenName' | 'givenNow'>;

/** What closing says of offices that changed hands while the meeting was held [GV201] [GV233]; each a sentence. */
export function leftInMeeting({
  attendees,
  difficulties,
  conclusions,
}: {
  readonly attendees: readonly Attendee[];
  readonly difficulties: readonly Difficulty[];
  readonly conclusions: readonly Conclusion[];
}): string[] {
  const there = attendees.filter(
    (one) => one.leftOffice !== null && one.presence !== 'deputy' && isThere(one),
  );
  const vacantBefore = attendees.filter((one) => one.leftOffice !== null && isEmptySeat(one));
  const given = difficulties
    .filter(({ state }) => state === 'given')
    .map(({ givenName: ownerName, givenNow: ownerNow }) => ({ ownerName, ownerNow }));
  return [
    ...there.map(
      ({ fullName, capacity, leftOffice }) =>
        `${fullName}, ${capacity}, ghi là có mặt: ${inSentence(leftOffice ?? '')}. Nếu người khác dự thì sửa ở điểm danh.`,
    ),
    ...vacantBefore.map(
      ({ fullName, leftOffice }) =>
        `${fullName} chưa có người giữ khi bắt đầu họp, ${inSentence(leftOffice ?? '')}. Nếu người đó dự thì ghi là dự thay ở điểm danh.`,
    ),
    ...ownersChanged(conclusions).map((said) => `Kết luận giao ${said}`),
    ...ownersChanged(given).map((said) => `Khó khăn giao ${said}`),
  ];
}

/** Owners whose office has another holder since, or none [GV209], each once with who does it. */
function ownersChanged(given: readonly Conclusion[]): string[] {
  const changed = given.filter(({ ownerNow }) => ownerNow !== null);
  return [...new Set(changed.map((line) => `${ownerWords(line)}: ${whoDoesIt(line)}.`))];
}

function whoDoesIt({ ownerNow }: Conclusion): string {
  return ownerNow === NOBODY
    ? 'việc giao cho chức vụ, ai giữ chức vụ sau này thì nhận'
    : 'người đang giữ chức vụ nhận việc';
}

/** Who may be secretary as the field offers them: of who has left the office, that they have. */
export function secretaryText(
  name: string,
  { capacity, leftOffice, presence }: Pick<Attendee, 'capacity' | 'leftOffice' | 'presence'>,
): string {
  const left = leftOffice === null || presence === 'deputy' ? '' : ` (${inSentence(leftOffice)})`;
  return `${name}, ${capacity}${left}`;
}
