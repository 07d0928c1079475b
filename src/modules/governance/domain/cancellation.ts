import { formatDate } from '../../../kernel/dates.ts';
import type { Appointment } from './invitation.ts';
import { whenSaid } from './invitation-text.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';

/**
 * How somebody who was invited is told that a briefing is not held: by a mail that waits, went or did not go, or of which nobody knows whether it
 * came [GV224], or in person [GV116]; not at all, since it was prepared again before the mail went [GV223].
 */
export const CANCELLATION_STATES = {
  waiting: 'Chờ gửi thư báo',
  sent: 'Đã gửi thư báo',
  failed: 'Thư báo không gửi được, cần báo trực tiếp',
  unsure: 'Chưa rõ thư báo đã đến chưa, cần báo trực tiếp',
  withdrawn: 'Đã rút lại thư báo vì chuẩn bị lại giao ban',
  inPerson: 'Cần báo trực tiếp',
  told: 'Đã báo trực tiếp',
} as const;

/** One of {@link CANCELLATION_STATES}. */
export type CancellationState = keyof typeof CANCELLATION_STATES;

/** A mail that tells somebody. */
type TellingMail = {
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn';
  /** Why the last attempt failed, or it does not go: its receiver has left the office [GV151]; else one is taken back as the briefing is prepared again. */
  readonly problem: string | null;
  readonly mayHaveCome: boolean;
};

/** How somebody is told, from whether an officer has told them and from the mail that tells them; without one in person [GV111]. */
export function cancellationState(
  { toldAt }: { readonly toldAt: Date | null },
  mail: TellingMail | undefined,
): CancellationState {
  if (toldAt !== null) return 'told';
  if (mail === undefined) return 'inPerson';
  const { state, problem, mayHaveCome } = mail;
  if (state === 'sending') return 'waiting';
  if (state !== 'failed' && state !== 'withdrawn') return state;
  if (mayHaveCome) return 'unsure';
  return state === 'withdrawn' && problem !== 'leftOffice' ? 'withdrawn' : 'failed';
}

/** Whether an officer has still to tell somebody: no mail does, as far as anybody knows, and nobody has [GV116]. */
export function isLeftToTell(state: CancellationState): boolean {
  return state === 'inPerson' || state === 'failed' || state === 'unsure';
}

/**
 * Of those who are told that a briefing is not held each once [GV116]: by a mail that waits or went, in person, or not yet; whose mail was taken
 * back since it is prepared again [GV223].
 */
export type ToldCounts = {
  readonly toldByMail: number;
  readonly toldInPerson: number;
  readonly leftToTell: number;
  readonly takenBack: number;
};

/** Counts how many are told, and how. */
export function countTold(states: readonly CancellationState[]): ToldCounts {
  const count = (...of: CancellationState[]) => states.filter((state) => of.includes(state)).length;
  return {
    toldByMail: count('waiting', 'sent'),
    toldInPerson: count('told'),
    leftToTell: states.filter(isLeftToTell).length,
    takenBack: count('withdrawn'),
  };
}

/**
 * What the mail is made from: the day and place to which the person was invited. Not the hour: while none was planned the invitation
 * kept that of the session, which the meeting follows.
 */
export type CancellationContent = Appointment & {
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

/** That a meeting is not held, to one person as plain text: which one, by day and hour as they were invited to it, and why [GV111]. */
export function cancellationText(
  { communeName, pointName, place, reason, ...invited }: CancellationContent,
  to: { readonly fullName: string; readonly isVacant: boolean; readonly capacity: string },
): string {
  return [
    withoutPersonalNumbers(`Kính gửi: ${to.fullName}${to.isVacant ? '' : `, ${to.capacity}`}`),
    '',
    `Tổ giao dịch xã xin thông báo: không tổ chức buổi giao ban tại phiên giao dịch, ${communeName}, đã mời ông/bà dự.`,
    '',
    `Thời gian đã mời: ${whenSaid(invited)}`,
    `Địa điểm: ${place ?? `điểm giao dịch ${pointName}`}`,
    `Lý do: ${withoutPersonalNumbers(reason)}`,
    '',
    'Giấy mời đã gửi không còn hiệu lực. Nếu họp vào dịp khác, Tổ giao dịch xã sẽ mời lại.',
    '',
    'Trân trọng.',
  ].join('\n');
}
