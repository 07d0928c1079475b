import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { RateGroup } from '../domain/programme-doubts.ts';

/** The programmes and rates of a batch's open loans: as many rows as an office has different ones. */
export async function stagedRates(
  tx: Tx,
  { batchId, communeIds }: { readonly batchId: Id; readonly communeIds: readonly Id[] },
): Promise<RateGroup[]> {
  const { rows } = await sql<RateGroup>`
    select programme_code collate "C" as "programmeCode", rate_bps_per_year as "rateBpsPerYear",
      count(*)::integer as loans, sum(outstanding_vnd)::bigint as "outstandingVnd"
    from extracts.staged_loan
    where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batchId} and outstanding_vnd > 0
    group by 1, 2 order by 1, 2 limit 1000`.execute(tx);
  return rows;
}
