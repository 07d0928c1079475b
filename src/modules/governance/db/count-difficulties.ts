import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** How many unanswered difficulties of briefings the scope shows; briefings without any are left out. */
export async function countOpenDifficulties(
  tx: Tx,
  asked: { readonly communeId: Id; readonly briefingIds: readonly Id[] },
): Promise<Map<Id, number>> {
  const { rows } = await sql<{ briefingId: Id; open: number }>`
    select briefing_id as "briefingId", count(*)::integer as open from governance.difficulty
    where commune_id = ${asked.communeId} and briefing_id = any (${[...asked.briefingIds]}::uuid[]) and state = 'open'
    group by briefing_id`.execute(tx);
  return new Map(rows.map(({ briefingId, open }) => [briefingId, open]));
}

/** How many difficulties a briefing has, or wait for the next, of those the scope shows. */
export async function countDifficulties(tx: Tx, communeId: Id, briefingId: Id | null): Promise<number> {
  const { rows } = await sql<{ difficulties: number }>`
    select count(*)::integer as difficulties from governance.difficulty
    where commune_id = ${communeId} and briefing_id is not distinct from ${briefingId}`.execute(tx);
  return rows[0]?.difficulties ?? 0;
}
