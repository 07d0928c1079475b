import { addDays, type BusinessDate } from '../../../kernel/dates.ts';
import { covers, type RuleName, type RuleScope, type RuleValue, sameScope, scopeKeys } from './rules.ts';
import { isInForce } from './succession.ts';

/** The rows in force on one day, by rule. */
export type RuleValues = {
  /** The row that decides for this scope [PR2]. @throws Error when the rule has no row for that day: a defect of the data */
  of(rule: RuleName, scope?: RuleScope): RuleValue;
  /**
   * Every row that decides for some loan of an office, the first that covers a loan decides it [PR2]; the last covers
   * every loan. @throws Error when the rule has no row for that day
   */
  ladder(rule: RuleName, office?: string): readonly [...RuleValue[], RuleValue];
  readonly onDate: BusinessDate;
};

/** Picks for each rule and scope the row in force on a day [PR1] and, among those, the one that names most [PR2]. */
export function ruleValuesOf(rows: readonly RuleValue[], onDate: BusinessDate): RuleValues {
  const inForce = rows.filter((row) => isInForce(row, onDate)).sort(byPrecedence);
  const decisive = (rule: RuleName, best: RuleValue | undefined) => {
    if (!best) throw new Error(`rule ${rule} has no row for ${onDate}`);
    return best;
  };
  return {
    onDate,
    of: (rule, scope = {}) =>
      decisive(
        rule,
        inForce.find((row) => row.rule === rule && covers(row.scope, scope)),
      ),
    ladder: (rule, office) => {
      const here = inForce.filter((row) => row.rule === rule && isOfOffice(row.scope, office));
      const last = here.findIndex(({ scope }) => isOfEveryLoan(scope));
      return [...here.slice(0, Math.max(0, last)), decisive(rule, here[last])];
    },
  };
}

type Known = Pick<RuleValue, 'rule' | 'scope' | 'validFrom' | 'validTo' | 'enteredAt'> & {
  readonly variant?: string;
};

/**
 * The rows as they were known at a moment [PR12]: what was entered later is not there, and a row that it ended goes on.
 */
export function knownAt<Row extends Known>(rows: readonly Row[], moment: Date): Row[] {
  const later = rows.filter(({ enteredAt }) => enteredAt !== null && enteredAt > moment);
  const wasEnded = (row: Row) =>
    later.some((next) => isSameThing(row, next) && addDays(next.validFrom, -1) === row.validTo);
  return rows
    .filter((row) => !later.includes(row))
    .map((row) => (wasEnded(row) ? { ...row, validTo: null } : row));
}

function isSameThing(a: Known, b: Known): boolean {
  return a.rule === b.rule && a.variant === b.variant && sameScope(a.scope, b.scope);
}

/** The row that names more comes first; of equals, the one that begins later. */
function byPrecedence(a: RuleValue, b: RuleValue): number {
  const named = scopeKeys(b.scope).length - scopeKeys(a.scope).length;
  return named || (a.validFrom < b.validFrom ? 1 : -1);
}

function isOfOffice({ office }: RuleScope, asked: string | undefined): boolean {
  return office === undefined || office === asked;
}

function isOfEveryLoan({ programme, fundSource }: RuleScope): boolean {
  return programme === undefined && fundSource === undefined;
}
