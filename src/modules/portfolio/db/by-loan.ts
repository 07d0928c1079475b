import { type RawBuilder, sql } from 'kysely';
import type { ListBounds } from '../domain/lists.ts';
import type { LoanKind, PortfolioRule, RuleRow, RuleRows } from '../domain/rules.ts';

/** What the loans of a version are judged by: the rules of their office, what these mean as days, whose interest waits. */
export type Judging = {
  readonly rules: RuleRows;
  readonly bounds: ListBounds;
  /** Codes of the programmes whose borrowers pay no interest while they study [PR13]. */
  readonly studentProgrammes: readonly string[];
};

/**
 * A rule's bound for the loan `p` [PF42]: one value, as long as no row is narrowed; otherwise the narrowest row's, chosen
 * where the loan is compared anyway, so that nothing is looked up loan by loan.
 *
 * @param bound the value of a row as SQL, with its type
 */
export function byLoan(
  rules: RuleRows,
  rule: PortfolioRule,
  bound: (row: RuleRow) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { narrowed, ...general } = rules[rule];
  if (narrowed.length === 0) return bound(general);
  const cases = narrowed.map((row) => sql`when ${isOf(row.of)} then ${bound(row)}`);
  return sql`(case ${sql.join(cases, sql` `)} else ${bound(general)} end)`;
}

/** Whether the loan `p` is of a programme whose borrowers pay no interest while they study [PR13]. */
export function isOfStudent({ studentProgrammes }: Judging): RawBuilder<boolean> {
  return sql`p.programme_code = any (${[...studentProgrammes]}::text[])`;
}

/**
 * The day from which the loan `p` pays interest: the bank's own, or where the file has none the day after the student's
 * grace; null where it tells neither.
 */
export const INTEREST_FROM = sql`coalesce(p.first_interest_on, p.student_grace_ends_on + 1)`;

/** Whether the student of the loan `p` pays interest only after the data date [PF88]. */
export function isNotDueYet(judging: Judging): RawBuilder<boolean> {
  return sql`(${isOfStudent(judging)} and ${INTEREST_FROM} > ${judging.bounds.dataDate}::date)`;
}

/** Whether the file does not tell from when the student of the loan `p` pays interest [PF89]. */
export function isUnclear(judging: Judging): RawBuilder<boolean> {
  return sql`(${isOfStudent(judging)} and ${INTEREST_FROM} is null)`;
}

function isOf({ programmeCode, fundSource }: LoanKind): RawBuilder<unknown> {
  const parts = [
    ...(programmeCode === undefined ? [] : [sql`p.programme_code = ${programmeCode}`]),
    ...(fundSource === undefined ? [] : [sql`p.fund_source = ${fundSource}`]),
  ];
  return sql.join(parts, sql` and `);
}
