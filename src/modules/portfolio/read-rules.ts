import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { ruleValues } from '../programmes/index.ts';
import { PORTFOLIO_RULES, type RuleRow, type RuleRows } from './domain/rules.ts';

/** The rows of every rule this module judges by, as they are in force on a data date. @throws when one has none */
export async function readRules(tx: Tx, onDate: BusinessDate): Promise<RuleRows> {
  const values = await ruleValues(tx, onDate);
  const entries = PORTFOLIO_RULES.map((rule): [string, RuleRow] => {
    const { id, value, document, validFrom, confidence } = values.of(rule);
    return [rule, { id: id as Id, value, document, validFrom, confidence }];
  });
  return Object.fromEntries(entries) as RuleRows;
}
