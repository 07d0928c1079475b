import { MAIL_PROBLEMS } from '../../platform/mail/mail.ts';
import type { lastToSeats } from '../../platform/mail/queue-mail.ts';
import type { SeatShown } from './domain/seat.ts';
import { isHeldBy } from './domain/seats.ts';

type LastMail =
  Awaited<ReturnType<typeof lastToSeats>> extends ReadonlyMap<string, infer Mail> ? Mail : never;

/** A reminder that has not gone by mail: to whom it was written, why, and when it is tried; without that it is given up. */
export type ReminderNotGone = {
  readonly toName: string;
  /** In words; null: nothing is wrong, it waits for its hour. */
  readonly problem: string | null;
  readonly nextAt: string | null;
};

/**
 * Why the last reminder of an office has not gone, as it stands today [GV225]: null where none was written, where it went or is just going,
 * and where it was not sent to somebody who had left and holds the office again.
 */
export function reminderNotGone(
  mail: LastMail | undefined,
  holders: readonly SeatShown[],
): ReminderNotGone | null {
  if (mail === undefined) return null;
  const { state, toName, problem, dueAt } = mail;
  const isWaiting = state === 'waiting';
  if (!isWaiting && (problem === null || state === 'sent' || state === 'sending')) return null;
  if (problem === 'leftOffice' && isHeldBy(holders, toName)) return null;
  return {
    toName,
    problem: problem === null ? null : MAIL_PROBLEMS[problem],
    nextAt: isWaiting ? dueAt.toISOString() : null,
  };
}
