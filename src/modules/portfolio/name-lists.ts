import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { nameLists as operation } from './contract.ts';
import { LIST_NAMES, listTitle } from './domain/list-names.ts';
import { ruleNumber } from './domain/rules.ts';
import { readRulesShown } from './read-rules.ts';

/** What every list is called on a day, with the days and months of the rules in force then. */
export async function nameLists(
  { dataDate }: InputOf<typeof operation>,
  { tx, clock, caller }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const rules = await readRulesShown(tx, {
    communeIds: caller.scope.communeIds,
    dataDate: dataDate ?? clock.today(),
  });
  return {
    titles: LIST_NAMES.map((list) => ({ list, title: listTitle(list, (rule) => ruleNumber(rules, rule)) })),
  };
}
