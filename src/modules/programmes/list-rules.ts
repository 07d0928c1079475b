import type { Handler } from '../../platform/http/implement.ts';
import type { listRules as operation } from './contract.ts';
import { readRuleValues } from './db/rule-values.ts';
import { RULES, type RuleName } from './domain/rules.ts';
import { isInForce } from './domain/succession.ts';

/** Every rule with its dated rows. */
export const listRules: Handler<typeof operation> = async ({ onDate }, { tx, clock }) => {
  const day = onDate ?? clock.today();
  const rows = await readRuleValues(tx);
  return {
    onDate: day,
    rules: (Object.keys(RULES) as RuleName[]).map((rule) => ({
      rule,
      title: RULES[rule].title,
      unit: RULES[rule].unit,
      narrowedBy: [...RULES[rule].narrowedBy],
      rows: rows
        .filter((row) => row.rule === rule)
        .map((row) => ({ ...row, isInForce: isInForce(row, day) })),
    })),
  };
};
