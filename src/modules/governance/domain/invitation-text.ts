import { formatDate, formatWeekdayDate } from '../../../kernel/dates.ts';
import { type ChairShown, chairLine } from './chair-shown.ts';
import type { Appointment } from './invitation.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';
import { calledOffWords, HELD_AFTER_ALL, replacedSubject, type SaidBefore } from './replaced-invitation.ts';
import { askingNow, asksOtherwise, thingsOf } from './things-to-bring.ts';

/** What an invitation is made from. */
export type InvitationContent = Pick<Appointment, 'heldOn' | 'place'> & {
  /** When the session begins, `07:30`, and the meeting, `10:30`; null while it is not known. */
  readonly startsAt: string | null;
  readonly meetsAt: string | null;
  readonly communeName: string;
  readonly pointName: string;
  readonly chair: ChairShown;
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[];
  /** What those who come bring along; null: nothing is said. */
  readonly bring: string | null;
};

/** An item of the agenda as mail and paper name it: `Số liệu tháng (10 phút)`, without phones and identity numbers [GV108]. */
export function agendaLine({ title, minutes }: InvitationContent['agenda'][number]): string {
  return `${withoutPersonalNumbers(title)} (${minutes} phút)`;
}

/** The subject of the mail; of one that takes the place of another it begins with what has changed [GV181]. */
export function invitationSubject(content: InvitationContent, replaced: SaidBefore | null): string {
  const what = `họp giao ban ngày ${formatDate(content.heldOn)}, ${content.communeName}`;
  return replaced === null ? `Giấy mời ${what}` : `${replacedSubject(replaced, content)}giấy mời ${what}`;
}

/**
 * The invitation of one person as plain text: when, where, what about, what to bring [GV41]; before that, that it takes the place of the
 * one they have, which names another day, hour or place [GV208], or asks to bring other things [GV148], or that the meeting is
 * held after all [GV149].
 */
export function invitationText(
  content: InvitationContent,
  to: { readonly fullName: string; readonly isVacant: boolean; readonly capacity: string },
  replaced: SaidBefore | null,
): string {
  const { communeName, pointName, place, chair, agenda, bring } = content;
  return [
    withoutPersonalNumbers(`Kính gửi: ${to.fullName}${to.isVacant ? '' : `, ${to.capacity}`}`),
    ...(replaced === null ? [] : ['', replacedText(replaced, content)]),
    '',
    `Tổ giao dịch xã trân trọng kính mời ông/bà dự họp giao ban tại phiên giao dịch, ${communeName}.`,
    '',
    `Thời gian: ${whenText(content)}`,
    `Địa điểm: ${place ?? `điểm giao dịch ${pointName}`}`,
    `Chủ trì: ${chairLine(chair)}`,
    '',
    'Chương trình:',
    ...agenda.map((item, i) => `${i + 1}. ${agendaLine(item)}`),
    ...(bring === null ? [] : ['', `Đề nghị mang theo: ${thingsOf(bring).join('; ')}`]),
    '',
    'Ông/bà không dự được xin báo trước và cử người dự thay.',
    '',
    'Trân trọng.',
  ].join('\n');
}

/** `09:30, Thứ Ba 12/01/2027`, as an invitation said when; without the hour where it was not kept whose it was [GV214]. */
export function whenSaid({ heldOn, hour, hourOf }: Omit<Appointment, 'place'>): string {
  const meetsAt = hourOf === 'meeting' ? hour : null;
  const startsAt = hourOf === 'session' ? hour : null;
  return whenText({ heldOn, meetsAt, startsAt });
}

function replacedText(
  { place, calledOff, ...before }: SaidBefore,
  { bring }: Pick<InvitationContent, 'bring'>,
): string {
  const said = [whenSaid(before), ...(place === null ? [] : [place])];
  const things = asksOtherwise(before, { bring: askingNow(bring) }) ? ' Tài liệu mang theo đã đổi.' : '';
  if (calledOff !== null)
    return `${HELD_AFTER_ALL} Giấy mời này thay ${calledOffWords(calledOff)} và giấy mời trước (${said.join(', ')}).${things}`;
  return `Giấy mời này thay giấy mời trước (${said.join(', ')}), giấy mời trước không còn hiệu lực.${things}`;
}

/** When people are asked to come: the meeting's hour and day; without an hour of its own that it follows the session [GV114]. */
function whenText({
  heldOn,
  startsAt,
  meetsAt,
}: Pick<InvitationContent, 'heldOn' | 'startsAt' | 'meetsAt'>): string {
  const on = formatWeekdayDate(heldOn);
  if (meetsAt !== null) return `${meetsAt}, ${on}`;
  return startsAt === null ? on : `${on}, ngay sau phiên giao dịch từ ${startsAt}`;
}
