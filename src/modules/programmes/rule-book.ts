import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { transactionMemory } from '../../platform/db/transaction-memory.ts';
import { readOverdueTerms, readRuleValues } from './db/rule-values.ts';
import { overdueTermsOn } from './domain/overdue-terms.ts';
import { knownAt, type RuleValues, ruleValuesOf } from './domain/rule-values.ts';
import type { RuleValue } from './domain/rules.ts';

/** All rows of all rules, read once. */
export type RuleBook = {
  /** The rows in force on a day, as they were known at a moment where one is given [PR12]. */
  on(day: BusinessDate, moment?: Date): RuleValues;
  /** A row of a rule, in force or not. */
  row(id: Id): RuleValue | undefined;
};

/** A figure is made by asking for several rules: a transaction reads them once and judges by one state of them. */
const readBooks = transactionMemory<RuleBook>();

/** The rules, for modules that judge several days or offices by them. */
export async function ruleBook(tx: Tx): Promise<RuleBook> {
  return readBooks(tx, 'rules', () => readRuleBook(tx));
}

/** The rule rows in force on a day, for modules that judge by them. */
export async function ruleValues(tx: Tx, onDate: BusinessDate): Promise<RuleValues> {
  return (await ruleBook(tx)).on(onDate);
}

async function readRuleBook(tx: Tx): Promise<RuleBook> {
  const [rows, terms] = [await readRuleValues(tx), await readOverdueTerms(tx)];
  return {
    on: (day, moment) => {
      const known = moment ? { rows: knownAt(rows, moment), terms: knownAt(terms, moment) } : { rows, terms };
      return ruleValuesOf([...known.rows, ...overdueTermsOn(known.terms, day)], day);
    },
    row: (id) => rows.find((row) => row.id === id),
  };
}
