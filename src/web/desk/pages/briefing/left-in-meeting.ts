import { isSameName } from '../../../../kernel/text.ts';
import { isEmptySeat, isThere } from '../../../../modules/governance/domain/attendance.ts';
import { inSentence } from '../../../../modules/governance/domain/offices-anew.ts';
import { NOBODY } from '../../../../modules/governance/domain/seats.ts';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import type { Briefing } from './briefing.ts';

type Attendee = Pick<
  Briefing['attendees'][number],
  'fullName' | 'isVacant' | 'presence' | 'deputyName' | 'leftOffice' | 'capacity' | 'holdersToCome'
>;
type Conclusion = Pick<Briefing['conclusions'][number], 'ownerName' | 'ownerNow'>;
type Difficulty = Pick<Briefing['difficulties'][number], 'state' | 'givenName' | 'givenNow'>;

/** How the press is called by which the holder of an office came instead of whom the list names [GV177] [GV178]. */
export function holderCameTitle({ metOn, today }: Pick<Briefing, 'metOn' | 'today'>): string {
  return metOn === today ? 'Người giữ chức vụ nay dự' : 'Người giữ chức vụ ngày họp dự';
}

/** What closing says of offices that changed hands while the meeting was held [GV201] [GV233] [GV189]; each a sentence. */
export function leftInMeeting({
  attendees,
  difficulties,
  conclusions,
  ...days
}: Pick<Briefing, 'metOn' | 'today'> & {
  readonly attendees: readonly Attendee[];
  readonly difficulties: readonly Difficulty[];
  readonly conclusions: readonly Conclusion[];
}): string[] {
  const title = holderCameTitle(days);
  const there = attendees.filter(
    (one) => one.leftOffice !== null && one.presence !== 'deputy' && isThere(one),
  );
  const vacantBefore = attendees.filter((one) => one.leftOffice !== null && isEmptySeat(one));
  const given = difficulties
    .filter(({ state }) => state === 'given')
    .map(({ givenName: ownerName, givenNow: ownerNow }) => ({ ownerName, ownerNow }));
  return [
    ...there.map(
      (one) =>
        `${one.fullName}, ${one.capacity}, ghi là có mặt: ${inSentence(one.leftOffice ?? '')}. ${whoElseCame(one, title)}`,
    ),
    ...vacantBefore.map(
      (one) =>
        `${one.fullName} chưa có người giữ khi bắt đầu họp, ${inSentence(one.leftOffice ?? '')}. ${whoElseCame(one, title)}`,
    ),
    ...attendees.flatMap((one) => holderAsDeputy(one, title)),
    ...ownersChanged(conclusions).map((said) => `Kết luận giao ${said}`),
    ...ownersChanged(given).map((said) => `Khó khăn giao ${said}`),
  ];
}

/** What to do where another came than the list says: a holder of the office is said to have come by one press [GV177]. */
function whoElseCame({ holdersToCome }: Pick<Attendee, 'holdersToCome'>, title: string): string {
  return holdersToCome.length === 0
    ? 'Nếu người khác dự thì sửa ở điểm danh.'
    : `Nếu ${holdersToCome.join(' hoặc ')} dự thì bấm “${title}” ở điểm danh.`;
}

/** The holder of an office who is written down as standing for who has left it [GV189]. */
function holderAsDeputy(
  { fullName, deputyName, capacity, holdersToCome }: Attendee,
  title: string,
): string[] {
  const holder = holdersToCome.find((name) => deputyName !== null && isSameName(name, deputyName));
  return holder === undefined
    ? []
    : [
        `${holder} ghi là dự thay ${fullName}, nhưng chính là người giữ chức vụ ${capacity}: bấm “${title}” ở điểm danh.`,
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
