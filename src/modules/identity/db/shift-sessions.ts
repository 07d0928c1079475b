import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';

/**
 * Moves the times of open sessions by whole days, in the system's scope: when the demo's day is moved, nobody is
 * signed out because a month went by in a moment.
 */
export async function keepSessionsOver(tx: Tx, { days }: { days: number }): Promise<void> {
  await sql`
    update identity.session
    set created_at = created_at + make_interval(days => ${days}), last_seen_at = last_seen_at + make_interval(days => ${days})
    where ended_at is null
  `.execute(tx);
}
