import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { readRuleValues } from './db/rule-values.ts';
import { type RuleValues, ruleValuesOf } from './domain/rules.ts';

export type { RuleName, RuleScope, RuleValue, RuleValues } from './domain/rules.ts';

/** The rule rows in force on a day, for modules that judge by them. */
export async function ruleValues(tx: Tx, onDate: BusinessDate): Promise<RuleValues> {
  return ruleValuesOf(await readRuleValues(tx), onDate);
}
