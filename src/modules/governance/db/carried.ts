import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Within } from './within.ts';

/** Gives unanswered difficulties of a briefing that closes to the next, or lets them wait for it (null); nothing else of them changes. */
export async function carryOn(
  tx: Tx,
  { communeId, briefingId }: Within,
  { ids, to }: { readonly ids: readonly Id[]; readonly to: Id | null },
): Promise<void> {
  await sql`
    update governance.difficulty
    set briefing_id = ${to}::uuid, carried_from = carried_from || ${briefingId}::uuid
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = any (${[...ids]}::uuid[])`.execute(
    tx,
  );
}

/** The days on which people met in some briefings, or are to meet. */
export async function selectDaysMet(
  tx: Tx,
  { communeId, briefingIds }: { readonly communeId: Id; readonly briefingIds: readonly Id[] },
): Promise<Map<Id, BusinessDate>> {
  const { rows } = await sql<{ id: Id; metOn: BusinessDate }>`
    select id, coalesce(met_on, held_on) as "metOn" from governance.briefing
    where commune_id = ${communeId} and id = any (${[...briefingIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, metOn }) => [id, metOn]));
}
