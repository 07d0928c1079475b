import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A point as the leaders' file of one month tells it. */
export type BankPoint = {
  readonly communeId: Id;
  readonly pointCode: string;
  readonly name: string;
  readonly fixedDay: number;
  readonly villageCodes: readonly string[];
};

/** The points of a published batch, from the groups it names (the shape `extracts.staged_group` publishes). */
export async function readBankPoints(
  tx: Tx,
  { communeIds, batchId }: { communeIds: readonly Id[]; batchId: Id },
): Promise<BankPoint[]> {
  const { rows } = await sql<BankPoint>`
    select commune_id as "communeId", point_code as "pointCode", max(point_name) as name, max(session_day)::integer as "fixedDay",
           array_agg(distinct village_code order by village_code) as "villageCodes"
    from extracts.staged_group
    where commune_id = any (${communeIds}::uuid[]) and batch_id = ${batchId}
      and point_code is not null and session_day is not null
    group by commune_id, point_code order by 1, 2
  `.execute(tx);
  return rows;
}
