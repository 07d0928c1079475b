import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listTasksOfCommune as operation } from './contract.ts';
import { countTasksChosen } from './db/tasks.ts';
import { taskPage } from './task-pages.ts';
import { tasksWithFigures } from './tasks-with-figures.ts';

/** Tasks of a commune, what is due first at the top, each with what the figures say [GV38], [GV44]. */
export const listTasksOfCommune: Handler<typeof operation> = async (input, context) => {
  const { tx, caller, clock } = context;
  const { communeId, ownerSeat, cursor, ...chosen } = input;
  if (!caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const today = clock.today();
  const ownerSeats = ownerSeat === undefined ? undefined : [ownerSeat];
  const choice = { ...chosen, communeIds: [communeId], today, ownerSeats };
  const page = await taskPage(context, choice, cursor);
  if (isRefusal(page)) return page;
  return {
    today,
    total: await countTasksChosen(tx, choice),
    tasks: await tasksWithFigures(context, communeId, page),
    next: page.next,
  };
};
