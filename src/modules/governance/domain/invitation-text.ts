import { formatDate, formatWeekdayDate } from '../../../kernel/dates.ts';
import type { Appointment } from './invitation.ts';

/** What an invitation is made from. */
export type InvitationContent = Appointment & {
  readonly communeName: string;
  readonly pointName: string;
  readonly chairedBy: string | null;
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[];
  /** What those who come bring along; null: nothing is said. */
  readonly bring: string | null;
};

/** The things that a text names, one a line, without the marks that people end lines with. */
export function thingsOf(bring: string | null): string[] {
  return (bring ?? '')
    .split('\n')
    .map((line) => line.replace(/[\s.;,]+$/u, '').trim())
    .filter((line) => line !== '');
}

/** The subject of the mail. */
export function invitationSubject({ heldOn, communeName }: InvitationContent): string {
  return `Giấy mời họp giao ban ngày ${formatDate(heldOn)}, ${communeName}`;
}

/** The invitation of one person as plain text: when, where, what about, what to bring [GV41]. */
export function invitationText(
  content: InvitationContent,
  to: { readonly fullName: string; readonly capacity: string },
): string {
  const { communeName, pointName, heldOn, startsAt, place, chairedBy, agenda, bring } = content;
  const hour = startsAt === null ? '' : `${startsAt}, `;
  return [
    `Kính gửi: ${to.fullName}${to.capacity === to.fullName ? '' : `, ${to.capacity}`}`,
    '',
    `Tổ giao dịch xã trân trọng kính mời ông/bà dự họp giao ban tại phiên giao dịch, ${communeName}.`,
    '',
    `Thời gian: ${hour}${formatWeekdayDate(heldOn)}`,
    `Địa điểm: ${place ?? `điểm giao dịch ${pointName}`}`,
    ...(chairedBy === null ? [] : [`Chủ trì: ${chairedBy}`]),
    '',
    'Chương trình:',
    ...agenda.map(({ title, minutes }, i) => `${i + 1}. ${title} (${minutes} phút)`),
    ...(bring === null ? [] : ['', `Đề nghị mang theo: ${thingsOf(bring).join('; ')}`]),
    '',
    'Ông/bà không dự được xin báo trước và cử người dự thay.',
    '',
    'Trân trọng.',
  ].join('\n');
}
