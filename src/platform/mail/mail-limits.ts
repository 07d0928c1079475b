import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../db/database.ts';
import { countAttempted, selectLastAttempts } from './db/mail-queue.ts';

/** How much mail goes, and after how many that fail in a row none does for a while; dated rules. */
export type MailLimits = {
  readonly perMinute: number;
  readonly perHour: number;
  readonly pauseAfterFailures: number;
};

/** Asks for the limits in force on a day. */
export type LimitsOf = (tx: Tx, today: BusinessDate) => Promise<MailLimits>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** After a pause one mail is tried; it fails, and the next pause begins. */
const PAUSE_MS = 30 * MINUTE_MS;

/**
 * Until when no mail goes because the last ones all failed; null when it goes. Asked as the system: it is about the server, not
 * about a commune.
 */
export async function mailPause(
  tx: Tx,
  { now, pauseAfterFailures }: { readonly now: Date; readonly pauseAfterFailures: number },
): Promise<Date | null> {
  const last = await selectLastAttempts(tx, pauseAfterFailures);
  const [latest] = last;
  if (!latest || last.length < pauseAfterFailures || !last.every(({ hasFailed }) => hasFailed)) return null;
  const until = new Date(latest.attemptedAt.getTime() + PAUSE_MS);
  return until > now ? until : null;
}

/** Whether another mail may go now: as many as a minute and an hour take, and none during a pause. */
export async function mayGo(tx: Tx, limits: MailLimits, now: Date): Promise<boolean> {
  const minuteAgo = new Date(now.getTime() - MINUTE_MS);
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const { inMinute, inHour } = await countAttempted(tx, { minuteAgo, hourAgo });
  if (inMinute >= limits.perMinute || inHour >= limits.perHour) return false;
  return (await mailPause(tx, { ...limits, now })) === null;
}
