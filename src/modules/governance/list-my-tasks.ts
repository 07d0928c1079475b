import { isRefusal } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listMyTasks as operation } from './contract.ts';
import { selectReminders } from './db/task-reminders.ts';
import { countOpenTasks, type TaskChoice } from './db/tasks.ts';
import { seatOfCaller } from './seat-of-caller.ts';
import { taskPage } from './task-pages.ts';

/** What is asked of the office the caller acts under [GV12]: whoever holds it; and when they were reminded of it [GV98]. */
export const listMyTasks: Handler<typeof operation> = async ({ communeId, state, cursor }, context) => {
  const { tx, caller, clock } = context;
  const today = clock.today();
  const seat = seatOfCaller(caller);
  const choice: TaskChoice = {
    communeIds: communeId === undefined ? caller.scope.communeIds : [communeId],
    today,
    state,
    ownerSeats: seat === null ? [] : [seat],
  };
  const page = await taskPage(context, choice, cursor);
  if (isRefusal(page)) return page;
  const reminders = await selectReminders(
    tx,
    choice.communeIds,
    page.rows.map(({ id }) => id),
  );
  const tasks = page.shown.map((task) => ({
    ...task,
    remindedOn: reminders.get(task.taskId)?.at(-1)?.on ?? null,
  }));
  return { today, tasks, ...(await countOpenTasks(tx, choice)), next: page.next };
};
