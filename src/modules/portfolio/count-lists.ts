import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { countLists as operation } from './contract.ts';
import { figureListCounts, listCounts } from './db/month-lists.ts';
import { DATE_LIST_NAMES, listTitle } from './domain/list-names.ts';
import { ruleNumber } from './domain/rules.ts';
import { chosenDate } from './list-loans.ts';
import { readRulesShown } from './read-rules.ts';

/** Every list of one date, also the empty ones: that nobody stands on them is the answer. */
export async function countLists(
  input: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'dateNotPublished'>> {
  const communeIds = input.communeId === undefined ? caller.scope.communeIds : [input.communeId];
  const dataDate = await chosenDate(tx, communeIds, input.dataDate);
  if (isRefusal(dataDate)) return dataDate;
  const at = { communeIds, dataDate };
  const counts = [...(await listCounts(tx, at)), ...(await figureListCounts(tx, at))];
  const rules = await readRulesShown(tx, at);
  return {
    dataDate,
    lists: DATE_LIST_NAMES.map((list) => {
      const found = counts.find((count) => count.list === list);
      const { loans = 0, customers = 0, amountVnd = 0n } = found ?? {};
      return { list, title: listTitle(list, (rule) => ruleNumber(rules, rule)), loans, customers, amountVnd };
    }),
  };
}
