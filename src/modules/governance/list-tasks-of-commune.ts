import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listTasksOfCommune as operation } from './contract.ts';
import { selectLastReports } from './db/task-events.ts';
import { isContradicted } from './domain/task-figures.ts';
import { figuresOfTasks } from './figures-of-tasks.ts';
import { taskPage } from './task-pages.ts';

/** Tasks of a commune, what is due first at the top, each with what the figures say [GV38], [GV44]. */
export const listTasksOfCommune: Handler<typeof operation> = async (input, context) => {
  const { tx, caller, clock } = context;
  const { communeId, state, ownerSeat, ownerName, briefingId, directiveId, cursor } = input;
  if (!caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const today = clock.today();
  const ownerSeats = ownerSeat === undefined ? undefined : [ownerSeat];
  const choice = { communeIds: [communeId], today, state, ownerSeats, ownerName, briefingId, directiveId };
  const page = await taskPage(context, choice, cursor);
  if (isRefusal(page)) return page;
  const figures = await figuresOfTasks(context, communeId, page.rows);
  const reports = await selectLastReports(
    tx,
    communeId,
    page.rows.map(({ id }) => id),
  );
  return {
    today,
    tasks: page.shown.map((task) => {
      const finding = figures.get(task.taskId) ?? null;
      const { outcome = null } = reports.get(task.taskId) ?? {};
      return { ...task, figures: finding, isContradicted: isContradicted(finding, { ...task, outcome }) };
    }),
    next: page.next,
  };
};
