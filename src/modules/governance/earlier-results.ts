import type { BusinessDate } from '../../kernel/dates.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectEarlierTasks } from './db/earlier-tasks.ts';
import { countEarlier, longestFirst, MOST_EARLIER } from './domain/papers/earlier.ts';
import type { EarlierResults } from './domain/papers/results.ts';
import { withoutPersonalNumbers } from './domain/personal-numbers.ts';
import { officesOn } from './owners-now.ts';
import { resultOf, tasksOnDay } from './tasks-on-day.ts';

/**
 * What is left of the briefings of a point before one, as it stood at the end of a day [GV88]: all counted, the longest late told as the
 * conclusions of that one are. Null where everything is finished. The same few questions, however much is left.
 */
export async function earlierResults(
  context: HandlerContext,
  before: BriefingRow,
  on: BusinessDate,
): Promise<EarlierResults | null> {
  const left = longestFirst(await selectEarlierTasks(context.tx, before, on));
  if (left.length === 0) return null;
  const named = left.slice(0, MOST_EARLIER);
  const directiveIds = [...new Set(named.map(({ directiveId }) => directiveId))];
  const tasks = await tasksOnDay(context, before.communeId, { directiveIds, on });
  const officeOf = await officesOn(context, { communeId: before.communeId, on }, left);
  return {
    ...countEarlier(left, on, officeOf),
    longest: named.flatMap(({ taskId, text, isDifficulty, givenOn }) => {
      const then = tasks.find(({ task }) => task.id === taskId);
      if (!then) return [];
      // As the results of last time: of a difficulty the numbers of people are struck out, a conclusion stands as it was written.
      const words = { text: isDifficulty ? withoutPersonalNumbers(text) : text };
      return [{ ...resultOf(words, then), givenOn }];
    }),
  };
}
