import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Within } from './within.ts';

/** By what difficulties leave a briefing, and the column in which they keep it: closed without an answer to them, or not held. */
const LEFT = {
  closed: sql.ref('carried_from'),
  cancelled: sql.ref('cancelled_briefings'),
} as const;

/** Gives difficulties of a briefing to another, or lets them wait for the next (null); nothing else of them changes [GV110], [GV120]. */
export async function moveDifficulties(
  tx: Tx,
  { communeId, briefingId }: Within,
  {
    ids,
    to,
    leaving,
  }: { readonly ids: readonly Id[]; readonly to: Id | null; readonly leaving: keyof typeof LEFT },
): Promise<void> {
  const left = LEFT[leaving];
  await sql`
    update governance.difficulty
    set briefing_id = ${to}::uuid, ${left} = ${left} || ${briefingId}::uuid
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

/** At which points some briefings are held. */
export async function selectPointsOf(
  tx: Tx,
  { communeId, briefingIds }: { readonly communeId: Id; readonly briefingIds: readonly Id[] },
): Promise<Map<Id, { readonly pointCode: string; readonly pointName: string }>> {
  const { rows } = await sql<{ id: Id; pointCode: string; pointName: string }>`
    select id, point_code as "pointCode", point_name as "pointName" from governance.briefing
    where commune_id = ${communeId} and id = any (${[...briefingIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...point }) => [id, point]));
}
