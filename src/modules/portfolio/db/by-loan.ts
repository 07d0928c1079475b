import { type RawBuilder, sql } from 'kysely';
import type { ListBounds } from '../domain/lists.ts';
import type { LoanKind, PortfolioRule, RuleRow, RuleRows } from '../domain/rules.ts';

/** What the loans of a version are judged by: the rules of their office, what these mean as days, whose interest waits. */
export type Judging = {
  readonly rules: RuleRows;
  readonly bounds: ListBounds;
  /** Codes of the programmes whose borrowers pay no interest yet [PF22] [PF25]. */
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

/** Whether the loan `p` is of a programme whose borrowers pay no interest yet. */
export function isOfStudent({ studentProgrammes }: Judging): RawBuilder<boolean> {
  return sql`p.programme_code = any (${[...studentProgrammes]}::text[])`;
}

function isOf({ programmeCode, fundSource }: LoanKind): RawBuilder<unknown> {
  const parts = [
    ...(programmeCode === undefined ? [] : [sql`p.programme_code = ${programmeCode}`]),
    ...(fundSource === undefined ? [] : [sql`p.fund_source = ${fundSource}`]),
  ];
  return sql.join(parts, sql` and `);
}
