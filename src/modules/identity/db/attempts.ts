import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import { type Attempts, afterFailure, QUIET_MS, secondsToWait } from '../domain/attempt.ts';
import { hashToken } from '../tokens.ts';

/** Whose tries are counted together. */
export type AttemptKey = { readonly kind: 'account' | 'code' | 'address'; readonly of: string };

const keyText = ({ kind, of }: AttemptKey) => `${kind}:${hashToken(of)}`;

/**
 * Takes one try for each key, counted as failed until {@link forgive} says otherwise [ID4]. The rows stay locked until the
 * request is over, so a hundred guesses sent at the same moment take turns. The routes that call this keep what was
 * written when they refuse.
 *
 * @returns 0 when the try may go on; otherwise the seconds to wait, and nothing is counted
 */
export async function takeTry(tx: Tx, keys: readonly AttemptKey[], now: Date): Promise<number> {
  await forgetStale(tx, now);
  const rows = [];
  // Always in the same order, so that two requests never wait for each other.
  for (const key of keys.map(keyText).sort()) rows.push({ key, attempts: await lockAttempts(tx, key, now) });
  const seconds = Math.max(...rows.map((row) => secondsToWait(row.attempts, now)));
  if (seconds > 0) return seconds;
  for (const row of rows) await writeAttempts(tx, row.key, afterFailure(row.attempts, now));
  return 0;
}

async function forgetStale(tx: Tx, now: Date): Promise<void> {
  await sql`
    delete from identity.sign_in_attempt where key in (
      select key from identity.sign_in_attempt where last_failure_at < ${new Date(now.getTime() - QUIET_MS)}
      limit 100 for update skip locked)
  `.execute(tx);
}

/**
 * After a success, in the transaction that it belongs to: the account starts anew. The address only gets this try back;
 * otherwise whoever has one account could guess at others for ever.
 */
export async function forgive(tx: Tx, keys: readonly AttemptKey[], now: Date): Promise<void> {
  for (const key of keys)
    if (key.kind === 'address')
      await sql`
        update identity.sign_in_attempt set failures = greatest(failures - 1, 0), blocked_until = ${now}
        where key = ${keyText(key)}
      `.execute(tx);
    else await sql`delete from identity.sign_in_attempt where key = ${keyText(key)}`.execute(tx);
}

async function lockAttempts(tx: Tx, key: string, now: Date): Promise<Attempts> {
  await sql`
    insert into identity.sign_in_attempt (key, failures, last_failure_at, blocked_until)
    values (${key}, 0, ${now}, ${now})
    on conflict (key) do nothing
  `.execute(tx);
  const { rows } = await sql<Attempts>`
    select failures, last_failure_at as "lastFailureAt", blocked_until as "blockedUntil"
    from identity.sign_in_attempt where key = ${key} for update
  `.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('an attempt that was just written is not there');
  return row;
}

async function writeAttempts(tx: Tx, key: string, attempts: Attempts): Promise<void> {
  await sql`
    update identity.sign_in_attempt
    set failures = ${attempts.failures}, last_failure_at = ${attempts.lastFailureAt},
        blocked_until = ${attempts.blockedUntil}
    where key = ${key}
  `.execute(tx);
}
