import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { transactionMemory } from '../../platform/db/transaction-memory.ts';
import { readStudentProgrammes } from './db/catalogue.ts';
import { deleteJudgedDate, insertJudgedDate, type JudgedDate } from './db/judged-dates.ts';
import { readOverdueTerms, readRuleValues } from './db/rule-values.ts';
import { overdueTermsOn } from './domain/overdue-terms.ts';
import { knownAt, type RuleValues, ruleValuesOf } from './domain/rule-values.ts';
import type { RuleValue } from './domain/rules.ts';

export { scopeText } from './domain/narrowing.ts';
export { isTerm } from './domain/overdue-terms.ts';
export type { RuleValues } from './domain/rule-values.ts';
export type { RuleName, RuleScope, RuleValue } from './domain/rules.ts';
export { programmeRates } from './programme-rates.ts';

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

/** The rule rows in force on a day, for modules that judge by them. */
export async function ruleValues(tx: Tx, onDate: BusinessDate): Promise<RuleValues> {
  return (await ruleBook(tx)).on(onDate);
}

/** The codes of the programmes whose borrowers do not pay interest while they study, as codes are used on a day [PR13]. */
export async function studentProgrammes(tx: Tx, onDate: BusinessDate): Promise<string[]> {
  return readStudentProgrammes(tx, onDate);
}

/** Keeps that an office's data date is published by the rules: a row that reaches back to it is asked about first [PR12]. */
export async function noteJudged(tx: Tx, judged: JudgedDate): Promise<void> {
  await insertJudgedDate(tx, judged);
}

/** Keeps no longer that an office's data date is published: all its versions were taken back [PR12]. */
export async function forgetJudged(tx: Tx, judged: JudgedDate): Promise<void> {
  await deleteJudgedDate(tx, judged);
}
