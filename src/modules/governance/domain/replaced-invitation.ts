import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { type Appointment, appointmentOf, isOtherHour, isOutdated, type MeetingNow } from './invitation.ts';
import { hourWords } from './papers/hours.ts';
import { type Asking, askingNow, asksOtherwise } from './things-to-bring.ts';

/** How and when somebody was told that a briefing is not held. */
export type ToldOff = { readonly how: keyof typeof HOW_TOLD; readonly on: BusinessDate };

const HOW_TOLD = { sent: 'thông báo không tổ chức gửi', told: 'lời báo không tổ chức' } as const;

/** What an earlier invitation said of when and where, and asked to bring. */
export type SaidBefore = Appointment &
  Asking & {
    /** That its briefing is not held, where its person was told so; the session has one all the same [GV149]. */
    readonly calledOff: ToldOff | null;
  };

/** The meeting as an invitation that is made now says it. */
export type SaidNow = MeetingNow & Asking;

/** An invitation that another takes the place of: what it said, and how and when it may have reached whom it invited. */
export type ReplacedInvitation = SaidBefore & {
  readonly how: keyof typeof HOW;
  readonly on: BusinessDate;
};

const HOW = { sent: 'gửi', handed: 'giao', printed: 'in' } as const;

/** Something that an earlier invitation said otherwise: what it is called, and from what to what, where both are known. */
type Change = {
  readonly what: 'ngày họp' | 'giờ họp' | 'giờ phiên giao dịch' | 'nơi họp' | 'tài liệu mang theo';
  readonly fromTo: string;
};

/** The hour of a meeting that has none of its own. */
const AFTER_SESSION = 'ngay sau phiên giao dịch';

/** `Đổi giờ họp: `, before the subject of a mail that invites somebody anew [GV181]. */
export function replacedSubject(before: SaidBefore, now: SaidNow): string {
  const changed = changesSince(before, now).map(({ what }) => what);
  const change = changed.length === 0 ? '' : `đổi ${changed.join(', ')}`;
  if (before.calledOff !== null) return `Vẫn tổ chức${change === '' ? '' : `, ${change}`}: `;
  return change === '' ? 'Thay giấy mời trước: ' : `Đ${change.slice(1)}: `;
}

/** `Giấy mời này thay giấy mời gửi ngày 15/11/2026 (đổi giờ họp từ 10 giờ sang 10 giờ 40 phút).`, as the paper of one person says it [GV181]. */
export function replacedSentence(before: ReplacedInvitation, now: SaidNow): string {
  const changes = changesSince(before, now);
  if (before.calledOff === null)
    return sentenceOf(`giấy mời ${HOW[before.how]} ngày ${formatDate(before.on)}`, changes);
  return `${HELD_AFTER_ALL} ${sentenceOf(`${calledOffWords(before.calledOff)} và giấy mời trước`, changes)}`;
}

/** What a letter begins with whose reader was told that the briefing is not held [GV149]. */
export const HELD_AFTER_ALL = 'Buổi giao ban vẫn được tổ chức.';

/** `thông báo không tổ chức gửi ngày 20/11/2026`. */
export function calledOffWords({ how, on }: ToldOff): string {
  return `${HOW_TOLD[how]} ngày ${formatDate(on)}`;
}

/** The same on the paper with the list of all: what changed is said where all who had an earlier one had the same; null where nobody had. */
export function replacedForAll(before: readonly ReplacedInvitation[], now: SaidNow): string | null {
  const [first, ...others] = before;
  if (first === undefined) return null;
  const isSame = others.every((one) => !isOutdated(one, first) && !asksOtherwise(one, first));
  const changes = isSame ? changesSince(first, now) : [];
  if (before.every(({ calledOff }) => calledOff === null)) return sentenceOf('giấy mời trước', changes);
  return `${HELD_AFTER_ALL} ${sentenceOf('thông báo không tổ chức và giấy mời trước', changes)}`;
}

function sentenceOf(earlier: string, changes: readonly Change[]): string {
  const told = changes.map(({ what, fromTo }) => `đổi ${what}${fromTo}`).join('; ');
  return `Giấy mời này thay ${earlier}${told === '' ? '' : ` (${told})`}.`;
}

/** What an earlier invitation said otherwise; what it did not say has not changed. */
function changesSince(before: SaidBefore, now: SaidNow): Change[] {
  const changes: Change[] = [];
  if (before.heldOn !== now.heldOn)
    changes.push({ what: 'ngày họp', fromTo: fromTo(formatDate(before.heldOn), formatDate(now.heldOn)) });
  if (before.hour !== null && isOtherHour(before, appointmentOf(now)))
    changes.push(changeOfHour({ ...before, hour: before.hour }, now));
  if (before.place !== null && before.place !== now.place)
    changes.push({ what: 'nơi họp', fromTo: fromTo(before.place, now.place) });
  // The things themselves stand in the letter.
  if (asksOtherwise(before, { bring: askingNow(now.bring) }))
    changes.push({ what: 'tài liệu mang theo', fromTo: '' });
  return changes;
}

/** The hour of the session that a meeting follows is not the meeting's: each is called what it is, as it was printed [GV214]. */
function changeOfHour(
  { hour, hourOf }: Appointment & { readonly hour: string },
  { meetsAt, startsAt }: MeetingNow,
): Change {
  // From before it was kept whose hour it is.
  if (hourOf === null) return { what: 'giờ họp', fromTo: '' };
  const after = startsAt === null ? null : hourWords(startsAt);
  if (hourOf === 'session' && meetsAt === null)
    return { what: 'giờ phiên giao dịch', fromTo: fromTo(hourWords(hour), after) };
  const before = hourOf === 'session' ? AFTER_SESSION : hourWords(hour);
  return { what: 'giờ họp', fromTo: fromTo(before, meetsAt === null ? AFTER_SESSION : hourWords(meetsAt)) };
}

function fromTo(from: string, to: string | null): string {
  return to === null ? '' : ` từ ${from} sang ${to}`;
}
