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

/** Appends the batch's loans as positions of the version; the frozen list says since when and why. */
export async function appendPositions(tx: Tx, publishing: Publishing): Promise<void> {
  const { batchId, versionId, dataDate, communeIds } = publishing;
  await sql`select portfolio.ensure_month(${dataDate}::date)`.execute(tx);
  await sql`
    insert into portfolio.position (commune_id, data_date, version_id, frozen_on, freeze_reason, ${LOAN_COLUMNS})
    select loan.commune_id, ${dataDate}::date, ${versionId}::uuid, loan.frozen_on, loan.freeze_reason, ${LOAN_COLUMNS}
    from (
      select staged.*, frozen.frozen_on, frozen.reason as freeze_reason
      from extracts.staged_loan staged
      left join extracts.staged_freeze frozen
        on frozen.commune_id = staged.commune_id and frozen.batch_id = staged.batch_id
           and frozen.contract_no = staged.contract_no
      where staged.commune_id = any (${[...communeIds]}::uuid[]) and staged.batch_id = ${batchId}
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
