import { isThere } from '../../../../modules/governance/domain/attendance.ts';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import type { Briefing } from './briefing.ts';

type Attendee = Pick<
  Briefing['attendees'][number],
  'fullName' | 'isVacant' | 'presence' | 'leftOffice' | 'capacity'
>;
type Conclusion = Pick<Briefing['conclusions'][number], 'ownerName' | 'ownerNow'>;

/** What closing says of whoever has left an office while the meeting was held [GV201]; each a sentence. */
export function leftInMeeting({
  attendees,
  conclusions,
}: {
  readonly attendees: readonly Attendee[];
  readonly conclusions: readonly Conclusion[];
}): string[] {
  const there = attendees.filter(
    (one) => one.leftOffice !== null && one.presence !== 'deputy' && isThere(one),
  );
  const given = conclusions.filter(({ ownerNow }) => ownerNow !== null);
  const owners = [...new Set(given.map(ownerWords))];
  return [
    ...there.map(
      ({ fullName, capacity, leftOffice }) =>
        `${fullName}, ${capacity}, ghi là có mặt: ${inSentence(leftOffice ?? '')}. Nếu người khác dự thì sửa ở điểm danh.`,
    ),
    ...owners.map((owner) => `Kết luận giao ${owner}: người đang giữ chức vụ nhận việc.`),
  ];
}

/** Who may be secretary as the field offers them: of who has left the office, that they have. */
export function secretaryText(
  name: string,
  { capacity, leftOffice, presence }: Pick<Attendee, 'capacity' | 'leftOffice' | 'presence'>,
): string {
  const left = leftOffice === null || presence === 'deputy' ? '' : ` (${inSentence(leftOffice)})`;
  return `${name}, ${capacity}${left}`;
}

function inSentence(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
