import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Publishing } from './append-positions.ts';

const SUMS = sql.raw(`count(*)::bigint as rows, coalesce(sum(outstanding_vnd), 0) as outstanding,
  coalesce(sum(in_term_vnd), 0) as in_term, coalesce(sum(overdue_vnd), 0) as overdue,
  coalesce(sum(frozen_vnd), 0) as frozen, coalesce(sum(month_disbursed_vnd), 0) as disbursed,
  coalesce(sum(month_collected_in_term_vnd + month_collected_overdue_vnd + month_collected_frozen_vnd), 0) as collected,
  coalesce(sum(month_interest_in_term_vnd + month_interest_overdue_vnd), 0) as interest`);

const ROLLED_UP = `outstanding, in_term, overdue, frozen, disbursed, collected, interest`;

/**
 * Asserts before the version is shown that, commune by commune, what was staged, what was appended and what was
 * rolled up are the same [PF4]: rows, balances, the month's flows, and the savings. Amounts are compared with the
 * roll-ups alone: those were summed from the positions.
 *
 * @throws Error naming the communes where they differ; the publication is rolled back
 */
export async function assertComplete(tx: Tx, publishing: Publishing): Promise<void> {
  const { batchId, versionId, dataDate, communeIds } = publishing;
  const communes = sql`${[...communeIds]}::uuid[]`;
  const ofVersion = sql`commune_id = any (${communes}) and data_date = ${dataDate} and version_id = ${versionId}`;
  const { rows } = await sql<{ communeId: Id }>`
    with staged as (
      select commune_id, ${SUMS} from extracts.staged_loan
      where commune_id = any (${communes}) and batch_id = ${batchId} group by commune_id
    ), appended as (
      select commune_id, count(*)::bigint as rows from portfolio.position where ${ofVersion} group by commune_id
    ), rolled_up as (
      select commune_id, outstanding_vnd as outstanding, in_term_vnd as in_term, overdue_vnd as overdue,
        frozen_vnd as frozen, disbursed_month_vnd as disbursed, collected_month_vnd as collected,
        interest_month_vnd as interest, savings_vnd as savings
      from portfolio.figure where ${ofVersion} and dimension = 'total'
    ), saved as (
      select commune_id, coalesce(sum(balance_vnd), 0) as savings from extracts.staged_saving
      where commune_id = any (${communes}) and batch_id = ${batchId} group by commune_id
    )
    select commune.commune_id as "communeId"
    from unnest(${communes}) as commune (commune_id)
    left join staged using (commune_id)
    left join appended using (commune_id)
    left join rolled_up using (commune_id)
    left join saved using (commune_id)
    where staged.rows is distinct from appended.rows
      or rolled_up.commune_id is null
      or coalesce(saved.savings, 0) <> rolled_up.savings
      or (staged.commune_id is not null and (${columns('staged')}) is distinct from (${columns('rolled_up')}))
    order by 1`.execute(tx);
  if (rows.length > 0) {
    throw new Error(
      `publication is not complete for communes ${rows.map((row) => row.communeId).join(', ')}`,
    );
  }
}

function columns(relation: string) {
  return sql.raw(
    ROLLED_UP.split(', ')
      .map((name) => `${relation}.${name}::numeric`)
      .join(', '),
  );
}
