import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { nameLists as operation } from './contract.ts';
import { publishedDates } from './db/published-dates.ts';
import { LIST_NAMES, listTitle } from './domain/list-names.ts';
import { ruleNumber } from './domain/rules.ts';
import { readRulesShown } from './read-rules.ts';

/**
 * What every list is called on a day, with the days and months of the rules that its figures go by; where no day is named, on
 * the newest that the caller's communes show, as the lists themselves open.
 */
export async function nameLists(
  { dataDate }: InputOf<typeof operation>,
  { tx, clock, caller }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const { communeIds } = caller.scope;
  const newest = dataDate === undefined ? (await publishedDates(tx, communeIds))[0] : dataDate;
  const rules = await readRulesShown(tx, { communeIds, dataDate: newest ?? clock.today() });
  return {
    titles: LIST_NAMES.map((list) => ({ list, title: listTitle(list, (rule) => ruleNumber(rules, rule)) })),
  };
}
