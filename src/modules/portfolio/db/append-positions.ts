import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { LOAN_COLUMNS } from './position-columns.ts';

/** What is being published: a batch as one version of its date, for the communes it names. */
export type Publishing = {
  readonly officeId: Id;
  readonly batchId: Id;
  readonly versionId: Id;
  readonly versionNumber: number;
  readonly dataDate: BusinessDate;
  readonly communeIds: readonly Id[];
};

/**
 * Appends the batch's loans as positions of the version; the frozen list says since when and why. A full join, because
 * rows that were staged a moment ago have no statistics, and the planner would compare every loan with every freeze;
 * a full join is always hashed or merged. The last condition, which a row without a loan fails, must stay one that the
 * planner cannot take for a left join.
 */
export async function appendPositions(tx: Tx, publishing: Publishing): Promise<void> {
  const { batchId, versionId, dataDate, communeIds } = publishing;
  const ofBatch = sql`commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batchId}`;
  await sql`select portfolio.ensure_month(${dataDate}::date)`.execute(tx);
  await sql`
    insert into portfolio.position (commune_id, data_date, version_id, frozen_on, freeze_reason, ${LOAN_COLUMNS})
    select loan.commune_id, ${dataDate}::date, ${versionId}::uuid, loan.frozen_on, loan.freeze_reason, ${LOAN_COLUMNS}
    from (
      select staged.*, frozen.frozen_on, frozen.reason as freeze_reason
      from (select * from extracts.staged_loan where ${ofBatch}) staged
      full join (select commune_id, contract_no, frozen_on, reason from extracts.staged_freeze where ${ofBatch}) frozen
        on frozen.commune_id = staged.commune_id and frozen.contract_no = staged.contract_no
      where coalesce(staged.contract_no, '') <> ''
    ) loan`.execute(tx);
}

/** Appends the batch's savings. */
export async function appendSavings(tx: Tx, publishing: Publishing): Promise<void> {
  const { batchId, versionId, dataDate, communeIds } = publishing;
  await sql`
    insert into portfolio.saving (commune_id, data_date, version_id, book_no, customer_code, village_code, group_code,
      association_code, balance_vnd)
    select commune_id, ${dataDate}::date, ${versionId}::uuid, book_no, customer_code, village_code, group_code,
      association_code, balance_vnd
    from extracts.staged_saving
    where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batchId}`.execute(tx);
}
