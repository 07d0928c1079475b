import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { OPEN } from './tasks.ts';

/** What waits for bank and chair in one commune. */
export type OversightCounts = { readonly communeId: Id; readonly waiting: number; readonly late: number };

/** Counts what waits for bank and chair in communes, those with most first; where nothing waits there is no row [GV127]. */
export async function countOversight(
  tx: Tx,
  communeIds: readonly Id[],
  today: BusinessDate,
): Promise<OversightCounts[]> {
  const { rows } = await sql<OversightCounts>`
    select t.commune_id as "communeId", count(*) filter (where t.state = 'reported')::integer as waiting,
      count(*) filter (where ${OPEN})::integer as late
    from governance.task t
    where t.commune_id = any (${[...communeIds]}::uuid[])
      and (t.state = 'reported' or (${OPEN} and t.due_on < ${today}::date))
    group by t.commune_id
    order by count(*) desc, t.commune_id limit 1000`.execute(tx);
  return rows;
}
