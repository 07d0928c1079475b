import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Batch } from './batches.ts';

/** What stands in the way of publishing, with how many and some of them. */
export type BlockingFinding = {
  readonly code:
    | 'noLoans'
    | 'partsDoNotAddUp'
    | 'contractInTwoCommunes'
    | 'communeOfAnotherOffice'
    | 'areasTaken';
  readonly count: number;
  readonly examples: readonly string[];
};

/**
 * What in the staged rows would make the published figures wrong. Contracts are compared by bytes, so that they are hashed, not
 * sorted by language.
 */
export async function findBlockingRows(
  tx: Tx,
  batch: Batch,
  { communeIds }: { communeIds: readonly Id[] },
): Promise<BlockingFinding[]> {
  const staged = sql`extracts.staged_loan
    where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batch.id}`;
  const { rows } = await sql<BlockingFinding>`
    with contract as materialized (
      select contract_no collate "C" as contract_no, count(*) as loans,
        count(*) filter (where in_term_vnd + overdue_vnd + frozen_vnd <> outstanding_vnd) as unequal
      from ${staged} group by 1
    )
    select 'noLoans' as code, 1 as count, '{}'::text[] as examples where not exists (select from contract)
    union all
    select 'partsDoNotAddUp', sum(unequal)::integer, (array_agg(contract_no order by contract_no))[1:10]
    from contract where unequal > 0 having count(*) > 0
    union all
    select 'contractInTwoCommunes', count(*)::integer, (array_agg(contract_no order by contract_no))[1:10]
    from contract where loans > 1 having count(*) > 0
    union all
    select 'communeOfAnotherOffice', count(*)::integer, (array_agg(area.bank_code order by area.bank_code))[1:10]
    from registry.office_commune served join registry.area on area.id = served.commune_id
    where served.commune_id = any (${[...communeIds]}::uuid[]) and served.office_id <> ${batch.officeId}
      and (served.valid_to is null or served.valid_to >= ${batch.dataDate}) having count(*) > 0`.execute(tx);
  return rows;
}
