import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { otherOffices } from '../identity/index.ts';
import type { listMyTasks as operation } from './contract.ts';
import { selectReminders } from './db/task-reminders.ts';
import { countOpenTasks, type TaskChoice } from './db/tasks.ts';
import { seatHeld } from './domain/seat.ts';
import { inWholeCommune } from './find-difficulties.ts';
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
  const besides = await openBesides(context);
  return { today, tasks, ...(await countOpenTasks(tx, choice)), besides, next: page.next };
};

/** What the caller's other offices have still to do [GV252]; how much, not what: that is seen under the office. */
async function openBesides(context: HandlerContext) {
  const { tx, clock } = context;
  const today = clock.today();
  const besides: { assignmentId: Id; open: number; late: number }[] = [];
  for (const { assignmentId, communeId, ...office } of await otherOffices(context, today)) {
    const seat = seatHeld(office);
    if (seat === null) continue;
    const choice: TaskChoice = { communeIds: [communeId], today, state: 'open', ownerSeats: [seat] };
    const counted = await inWholeCommune(context, () => countOpenTasks(tx, choice));
    if (counted.open > 0) besides.push({ assignmentId, ...counted });
  }
  return besides;
}
