import type { z } from 'zod';
import { listTitle } from './domain/list-names.ts';
import { type RuleRows, ruleNumber } from './domain/rules.ts';
import type { monthRules } from './domain/shapes.ts';

/** What of a month page its dated rows say: the months in its titles. */
export function monthRulesOf(rules: RuleRows): z.output<typeof monthRules> {
  const titleOf = (list: 'inactive_3_months' | 'unpaid_interest_3_months') =>
    listTitle(list, (rule) => ruleNumber(rules, rule));
  return {
    inactiveTitle: titleOf('inactive_3_months'),
    unpaidInterestTitle: titleOf('unpaid_interest_3_months'),
  };
}
