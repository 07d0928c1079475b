import { type RawBuilder, sql } from 'kysely';
import { dayInMonth, parts } from '../../../kernel/dates.ts';
import { inactiveFrom } from '../domain/lists.ts';
import { byLoan, isNotDueYet, isOfStudent, isUnclear, type Judging } from './by-loan.ts';

/** The measures that add up, in the order of their columns in `cube`, `figure` and `office_figure`. */
export const ADDITIVE = [
  'loans',
  'outstanding_vnd',
  'in_term_vnd',
  'overdue_vnd',
  'overdue_loans',
  'frozen_vnd',
  'frozen_loans',
  'unpaid_interest_vnd',
  'unpaid_interest_student_vnd',
  'unpaid_interest_student_unclear_vnd',
  'disbursed_month_vnd',
  'disbursed_month_loans',
  'reclassified_month_vnd',
  'collected_month_vnd',
  'interest_month_vnd',
  'to_overdue_month_vnd',
  'to_overdue_month_loans',
  'inactive_loans',
  'inactive_vnd',
  'lending_year_vnd',
  'collection_year_vnd',
  'written_off_month_vnd',
  'written_off_year_vnd',
  'short_term_vnd',
  'medium_term_vnd',
  'long_term_vnd',
  'turns_year',
] as const;

/** One of {@link ADDITIVE}. */
export type Additive = (typeof ADDITIVE)[number];

/** Counted apart in each dimension, because people and groups stand in several cells. */
export const COUNTED = ['customers', 'groups', 'programmes', 'villages', 'savings_vnd'] as const;

/** All measure columns, as a list for `insert` and `select`. */
export const MEASURE_COLUMNS = sql.raw([...ADDITIVE, ...COUNTED].join(', '));

/** The additive measure columns as a list. */
export const ADDITIVE_COLUMNS = sql.raw(ADDITIVE.join(', '));

/** Sums of the additive columns of `alias`, in order, as their own types: sums of counts would grow to bigint. */
export function additiveSums(alias: string): RawBuilder<unknown> {
  const sum = (name: Additive) =>
    name.endsWith('_vnd') ? `portfolio.sum_vnd(${alias}.${name})` : `sum(${alias}.${name})::integer`;
  return sql.raw(ADDITIVE.map((name) => `${sum(name)} as ${name}`).join(', '));
}

/** `coalesce(alias.measure, 0)` for every additive measure, in order. */
export function additiveOrZero(alias: string): RawBuilder<unknown> {
  return sql.raw(ADDITIVE.map((name) => `coalesce(${alias}.${name}, 0)`).join(', '));
}

/** Frozen loans and those of students are never inactive; neither is a loan without a transaction date [PF22]. */
export function inactiveCondition(judging: Judging): RawBuilder<boolean> {
  const { rules, bounds } = judging;
  const activeFrom = byLoan(
    rules,
    'inactiveMonths',
    (row) => sql`${inactiveFrom(bounds.dataDate, row)}::date`,
  );
  return sql`(p.outstanding_vnd > 0 and p.last_transaction_on < ${activeFrom} and p.frozen_vnd = 0
    and not ${isOfStudent(judging)})`;
}

/** The columns of a position that {@link measureAggregates} reads, beside the codes. */
export const MEASURED_COLUMNS = sql.raw(`outstanding_vnd, in_term_vnd, overdue_vnd, frozen_vnd,
  unpaid_interest_in_term_vnd, unpaid_interest_overdue_vnd, month_disbursed_vnd, month_reclassified_vnd,
  month_collected_in_term_vnd, month_collected_overdue_vnd, month_collected_frozen_vnd, month_interest_in_term_vnd,
  month_interest_overdue_vnd, month_to_overdue_vnd, month_written_off_vnd, year_disbursed_vnd, year_reclassified_vnd,
  year_collected_in_term_vnd, year_collected_overdue_vnd, year_collected_frozen_vnd, year_written_off_vnd, term_band,
  signed_on, first_disbursed_on, last_transaction_on, first_interest_on, student_grace_ends_on`);

/** Each additive measure as an aggregate over positions `p`, in the order of {@link ADDITIVE}. */
export function measureAggregates(judging: Judging): RawBuilder<unknown> {
  const { bounds } = judging;
  const isOpen = sql`p.outstanding_vnd > 0`;
  const isInactive = inactiveCondition(judging);
  const unpaid = sql`p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd`;
  const count = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::integer`;
  const sum = (amount: RawBuilder<unknown>, condition?: RawBuilder<unknown>) =>
    sql`portfolio.sum_vnd(${amount})${condition ? sql` filter (where ${condition})` : sql``}`;
  // As a day: `date_trunc` would be asked loan by loan.
  const yearFrom = dayInMonth(parts(bounds.dataDate).year, 1, 1);
  const aggregates: Record<Additive, RawBuilder<unknown>> = {
    loans: count(isOpen),
    outstanding_vnd: sum(sql`p.outstanding_vnd`),
    in_term_vnd: sum(sql`p.in_term_vnd`),
    overdue_vnd: sum(sql`p.overdue_vnd`),
    overdue_loans: count(sql`p.overdue_vnd > 0`),
    frozen_vnd: sum(sql`p.frozen_vnd`),
    frozen_loans: count(sql`p.frozen_vnd > 0`),
    unpaid_interest_vnd: sum(unpaid, isOpen),
    unpaid_interest_student_vnd: sum(unpaid, sql`${isOpen} and ${isNotDueYet(judging)}`),
    unpaid_interest_student_unclear_vnd: sum(unpaid, sql`${isOpen} and ${isUnclear(judging)}`),
    disbursed_month_vnd: sum(sql`p.month_disbursed_vnd`),
    disbursed_month_loans: count(sql`p.month_disbursed_vnd > 0`),
    reclassified_month_vnd: sum(sql`p.month_reclassified_vnd`),
    collected_month_vnd: sum(
      sql`p.month_collected_in_term_vnd + p.month_collected_overdue_vnd + p.month_collected_frozen_vnd`,
    ),
    interest_month_vnd: sum(sql`p.month_interest_in_term_vnd + p.month_interest_overdue_vnd`),
    to_overdue_month_vnd: sum(sql`p.month_to_overdue_vnd`),
    to_overdue_month_loans: count(sql`${isOpen} and p.month_to_overdue_vnd > 0`),
    inactive_loans: count(isInactive),
    inactive_vnd: sum(sql`p.outstanding_vnd`, isInactive),
    lending_year_vnd: sum(sql`p.year_disbursed_vnd - p.year_reclassified_vnd`),
    collection_year_vnd: sum(
      sql`p.year_collected_in_term_vnd + p.year_collected_overdue_vnd + p.year_collected_frozen_vnd`,
    ),
    written_off_month_vnd: sum(sql`p.month_written_off_vnd`),
    written_off_year_vnd: sum(sql`p.year_written_off_vnd`),
    short_term_vnd: sum(sql`p.outstanding_vnd`, sql`p.term_band = 'short'`),
    medium_term_vnd: sum(sql`p.outstanding_vnd`, sql`p.term_band = 'medium'`),
    long_term_vnd: sum(sql`p.outstanding_vnd`, sql`p.term_band = 'long'`),
    turns_year: count(
      sql`coalesce(p.signed_on, p.first_disbursed_on) between ${yearFrom}::date and ${bounds.dataDate}::date`,
    ),
  };
  return sql.join(ADDITIVE.map((name) => aggregates[name]));
}
