import { formatDate, formatWeekdayDate } from '../../../kernel/dates.ts';
import type { Appointment } from './invitation.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';

/** How somebody who was invited is told that a briefing is not held: by a mail that waits, went or did not go, or in person [GV116]. */
export const CANCELLATION_STATES = {
  waiting: 'Chờ gửi thư báo',
  sent: 'Đã gửi thư báo',
  failed: 'Thư báo không gửi được, cần báo trực tiếp',
  inPerson: 'Cần báo trực tiếp',
  told: 'Đã báo trực tiếp',
} as const;

/** One of {@link CANCELLATION_STATES}. */
export type CancellationState = keyof typeof CANCELLATION_STATES;

/** How somebody is told, from whether an officer has told them and from the mail that tells them; without one in person [GV111]. */
export function cancellationState(
  { toldAt }: { readonly toldAt: Date | null },
  mailState: 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn' | undefined,
): CancellationState {
  if (toldAt !== null) return 'told';
  if (mailState === undefined) return 'inPerson';
  if (mailState === 'sending') return 'waiting';
  return mailState === 'withdrawn' ? 'failed' : mailState;
}

/** Whether an officer has still to tell somebody: no mail does, and nobody has [GV116]. */
export function isLeftToTell(state: CancellationState): boolean {
  return state === 'inPerson' || state === 'failed';
}

/** Of those who are told that a briefing is not held each once [GV116]: by a mail that waits or went, in person, or not yet. */
export type ToldCounts = {
  readonly toldByMail: number;
  readonly toldInPerson: number;
  readonly leftToTell: number;
};

/** Counts how many are told, and how. */
export function countTold(states: readonly CancellationState[]): ToldCounts {
  const leftToTell = states.filter(isLeftToTell).length;
  const toldInPerson = states.filter((state) => state === 'told').length;
  return { toldByMail: states.length - leftToTell - toldInPerson, toldInPerson, leftToTell };
}

/**
 * What the mail is made from: the day and place to which the person was invited. Not the hour: while none was planned the invitation
 * kept that of the session, which the meeting follows.
 */
export type CancellationContent = Pick<Appointment, 'heldOn' | 'place'> & {
  readonly communeName: string;
  readonly pointName: string;
  readonly reason: string;
};

/** The subject of the mail. */
export function cancellationSubject({
  heldOn,
  communeName,
}: Pick<CancellationContent, 'heldOn' | 'communeName'>): string {
  return `Không tổ chức giao ban ngày ${formatDate(heldOn)}, ${communeName}`;
}

/** That a meeting is not held, to one person as plain text: which one, and why [GV111]. */
export function cancellationText(
  { communeName, pointName, heldOn, place, reason }: CancellationContent,
  to: { readonly fullName: string; readonly isVacant: boolean; readonly capacity: string },
): string {
  return [
    withoutPersonalNumbers(`Kính gửi: ${to.fullName}${to.isVacant ? '' : `, ${to.capacity}`}`),
    '',
    `Tổ giao dịch xã xin thông báo: không tổ chức buổi giao ban tại phiên giao dịch, ${communeName}, đã mời ông/bà dự.`,
    '',
    `Thời gian đã mời: ${formatWeekdayDate(heldOn)}`,
    `Địa điểm: ${place ?? `điểm giao dịch ${pointName}`}`,
    `Lý do: ${withoutPersonalNumbers(reason)}`,
    '',
    'Giấy mời đã gửi không còn hiệu lực. Nếu họp vào dịp khác, Tổ giao dịch xã sẽ mời lại.',
    '',
    'Trân trọng.',
  ].join('\n');
}
