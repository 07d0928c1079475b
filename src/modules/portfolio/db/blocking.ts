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

/** What in the staged rows would make the published figures wrong. */
export async function findBlockingRows(
  tx: Tx,
  batch: Batch,
  { communeIds }: { communeIds: readonly Id[] },
): Promise<BlockingFinding[]> {
  const staged = sql`extracts.staged_loan
    where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batch.id}`;
  const { rows } = await sql<BlockingFinding>`
    with loan as (
      select count(*) as loans, count(distinct contract_no collate "C") as contracts,
        array_agg(contract_no) filter (where in_term_vnd + overdue_vnd + frozen_vnd <> outstanding_vnd) as unequal
      from ${staged}
    )
    select 'noLoans' as code, 1 as count, '{}'::text[] as examples from loan where loans = 0
    union all
    select 'partsDoNotAddUp', count(*)::integer, (array_agg(contract_no order by contract_no))[1:10]
    from loan, unnest(loan.unequal) contract_no having count(*) > 0
    union all
    select 'contractInTwoCommunes', count(*)::integer, (array_agg(contract_no order by contract_no))[1:10]
    from (
      select contract_no from ${staged} and (select contracts < loans from loan)
      group by contract_no having count(*) > 1
    ) twice having count(*) > 0
    union all
    select 'communeOfAnotherOffice', count(*)::integer, (array_agg(area.bank_code order by area.bank_code))[1:10]
    from registry.office_commune served join registry.area on area.id = served.commune_id
    where served.commune_id = any (${[...communeIds]}::uuid[]) and served.office_id <> ${batch.officeId}
      and (served.valid_to is null or served.valid_to >= ${batch.dataDate}) having count(*) > 0`.execute(tx);
  return rows;
}
