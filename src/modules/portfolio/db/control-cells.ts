import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ControlCell, OurCell } from '../domain/reconciliation.ts';

/** Head office's figures of a batch, cell by cell. */
export async function controlCells(
  tx: Tx,
  { officeId, batchId }: { officeId: Id; batchId: Id },
): Promise<ControlCell[]> {
  const { rows } = await sql<ControlCell>`
    select file, key, measure, amount as theirs from extracts.control_total
    where office_id = ${officeId} and batch_id = ${batchId} order by file, key, measure`.execute(tx);
  return rows;
}

/** The batch that the office shows for a date; the newest where communes show several. */
export async function shownBatch(tx: Tx, officeId: Id, dataDate: BusinessDate): Promise<Id | undefined> {
  const { rows } = await sql<{ batchId: Id }>`
    select batch_id as "batchId" from portfolio.data_version
    where office_id = ${officeId} and data_date = ${dataDate} and state = 'published'
    order by number desc limit 1`.execute(tx);
  return rows[0]?.batchId;
}

const CELLS = sql.raw(`
  (values
    ('lending_month', figure.disbursed_month_vnd - figure.reclassified_month_vnd),
    ('disbursed_month', figure.disbursed_month_vnd),
    ('lending_year', figure.lending_year_vnd),
    ('collected_month', figure.collected_month_vnd),
    ('collected_year', figure.collection_year_vnd),
    ('interest_month', figure.interest_month_vnd),
    ('written_off_month', figure.written_off_month_vnd),
    ('written_off_year', figure.written_off_year_vnd),
    ('outstanding', figure.outstanding_vnd),
    ('in_term', figure.in_term_vnd),
    ('overdue', figure.overdue_vnd),
    ('frozen', figure.frozen_vnd),
    ('short', figure.short_term_vnd),
    ('medium', figure.medium_term_vnd),
    ('long', figure.long_term_vnd),
    ('savings', figure.savings_vnd),
    ('groups', figure.groups::bigint),
    ('customers', figure.customers::bigint),
    ('turns', figure.turns_year::bigint)
  ) cell (measure, ours)`);

/** Our figures of a published date in the measures of head office's files: by commune and by programme. */
export async function ourCells(
  tx: Tx,
  { officeId, communeIds, dataDate }: { officeId: Id; communeIds: readonly Id[]; dataDate: BusinessDate },
): Promise<OurCell[]> {
  const { rows } = await sql<OurCell>`
    select 'commune' as dimension, area.bank_code as key, area.name, cell.measure, cell.ours
    from portfolio.publication shown
    join portfolio.figure on figure.commune_id = shown.commune_id and figure.data_date = shown.data_date
      and figure.version_id = shown.version_id and figure.dimension = 'total'
    join registry.area on area.id = shown.commune_id and area.kind = 'commune'
    cross join lateral ${CELLS}
    where shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.office_id = ${officeId} and shown.data_date = ${dataDate}
    union all
    select 'programme', figure.key, null, cell.measure, cell.ours
    from portfolio.office_figure figure cross join lateral ${CELLS}
    where figure.office_id = ${officeId} and figure.data_date = ${dataDate} and figure.dimension = 'programme'`.execute(
    tx,
  );
  return rows;
}
