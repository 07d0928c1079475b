import type { z } from 'zod';
import { AGEING_LISTS, type ListName } from './list-names.ts';
import { type RuleRows, ruleNumber } from './rules.ts';
import type { ageingClass } from './shapes.ts';

/** Overdue debt by age [PF29]: every class of the dated bounds, those without a loan as nothing. */
export function ageingOf(
  counts: readonly { readonly list: ListName; readonly loans: number; readonly amountVnd: bigint }[],
  rules: RuleRows,
): z.output<typeof ageingClass>[] {
  const upTo = (
    ['ageBand1Days', 'ageBand2Days', 'ageBand3Days', 'ageBand4Days', 'ageBand5Days'] as const
  ).map((rule) => ruleNumber(rules, rule));
  return AGEING_LISTS.map((list, i) => {
    const found = counts.find((count) => count.list === list);
    return {
      list,
      fromDays: (upTo[i - 1] ?? 0) + 1,
      toDays: upTo[i] ?? null,
      loans: found?.loans ?? 0,
      amountVnd: found?.amountVnd ?? 0n,
    };
  });
}
