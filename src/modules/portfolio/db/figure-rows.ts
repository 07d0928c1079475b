import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { FigureSums } from '../domain/figures.ts';

/** Figures of one key of a dimension at a date, with the version shown. */
export type FigureRow = FigureSums & {
  readonly communeId: Id;
  readonly dataDate: BusinessDate;
  readonly key: string;
};

/** Figures of the office, with how many communes stand behind them, of how many it served that day. */
export type OfficeFigureRow = FigureSums & {
  readonly dataDate: BusinessDate;
  readonly key: string;
  readonly communes: number;
  readonly served: number;
};

/** The dimensions figures are kept along. */
export type Dimension = 'total' | 'village' | 'association' | 'programme' | 'fund_source' | 'group';

const SUMS = (alias: string): RawBuilder<unknown> =>
  sql.raw(
    [
      'loans',
      'customers',
      'groups',
      'programmes',
      'villages',
      'outstanding_vnd as "outstandingVnd"',
      'in_term_vnd as "inTermVnd"',
      'overdue_vnd as "overdueVnd"',
      'overdue_loans as "overdueLoans"',
      'frozen_vnd as "frozenVnd"',
      'frozen_loans as "frozenLoans"',
      'unpaid_interest_vnd as "unpaidInterestVnd"',
      'unpaid_interest_student_vnd as "unpaidInterestStudentVnd"',
      'unpaid_interest_student_unclear_vnd as "unpaidInterestStudentUnclearVnd"',
      'disbursed_month_vnd as "disbursedMonthVnd"',
      'disbursed_month_loans as "disbursedMonthLoans"',
      'collected_month_vnd as "collectedMonthVnd"',
      'interest_month_vnd as "interestMonthVnd"',
      'to_overdue_month_vnd as "toOverdueMonthVnd"',
      'to_overdue_month_loans as "toOverdueMonthLoans"',
      'inactive_vnd as "inactiveVnd"',
      'inactive_loans as "inactiveLoans"',
      'savings_vnd as "savingsVnd"',
    ]
      .map((column) => `${alias}.${column}`)
      .join(', '),
  );

/** The shown figures of communes along one dimension, for the dates asked, by commune, key and date. */
export async function figureRows(
  tx: Tx,
  asked: {
    readonly communeIds: readonly Id[];
    readonly dates: readonly BusinessDate[];
    readonly dimension: Dimension;
    /** Only these keys; all when left out. */
    readonly keys?: readonly string[] | undefined;
  },
): Promise<FigureRow[]> {
  const keys = asked.keys === undefined ? null : [...asked.keys];
  const { rows } = await sql<FigureRow>`
    select figure.commune_id as "communeId", figure.data_date as "dataDate", figure.key, ${SUMS('figure')}
    from portfolio.publication shown
    join portfolio.figure on figure.commune_id = shown.commune_id and figure.data_date = shown.data_date
      and figure.version_id = shown.version_id
    where shown.commune_id = any (${[...asked.communeIds]}::uuid[]) and shown.data_date = any (${[...asked.dates]}::date[])
      and figure.dimension = ${asked.dimension} and (${keys}::text[] is null or figure.key = any (${keys}::text[]))
    order by figure.commune_id, figure.key, figure.data_date`.execute(tx);
  return rows;
}

/** The office's own figures along one dimension, for the dates asked. */
export async function officeFigureRows(
  tx: Tx,
  asked: {
    readonly officeIds: readonly Id[];
    readonly dates: readonly BusinessDate[];
    readonly dimension: 'total' | 'association' | 'programme' | 'fund_source';
  },
): Promise<OfficeFigureRow[]> {
  const { rows } = await sql<OfficeFigureRow>`
    select figure.data_date as "dataDate", figure.key, figure.communes, ${SUMS('figure')}, (
        select count(distinct served.commune_id)::integer from registry.office_commune served
        join registry.area on area.id = served.commune_id and area.kind = 'commune'
        where served.office_id = figure.office_id and served.valid_from <= figure.data_date
          and (served.valid_to is null or served.valid_to >= figure.data_date)
      ) as served
    from portfolio.office_figure figure
    where figure.office_id = any (${[...asked.officeIds]}::uuid[]) and figure.data_date = any (${[...asked.dates]}::date[])
      and figure.dimension = ${asked.dimension}
    order by figure.key, figure.data_date`.execute(tx);
  return rows;
}
