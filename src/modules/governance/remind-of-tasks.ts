import { addDays } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { NO_SCOPE, setScope } from '../../platform/db/scope.ts';
import type { Cleaning } from '../../platform/housekeeping/housekeep.ts';
import { writeOutbox } from '../../platform/outbox/outbox.ts';
import { ruleValues } from '../programmes/index.ts';
import { communesToRemind, type Reminder, recordReminders } from './db/task-reminders.ts';
import type { SeatKey } from './domain/seat.ts';

/** The news that an office has tasks to be reminded of: its commune, its seat, the tasks. */
export const TASK_REMINDER = 'governance.taskReminder';

/**
 * Reminds owners of tasks, once before the deadline and once after it [GV47]: each reminder is recorded, and those of an office
 * are told together as the news `governance.taskReminder`, one commune after the other in its own scope. Once a day; a day left
 * out is made up for.
 */
export const remindOfTasks: Cleaning = {
  name: 'governance.remindOfTasks',
  counts: 'reminders',
  clean: async ({ tx, clock, newId }) => {
    const today = clock.today();
    const rules = await ruleValues(tx, today);
    const dueUntil = addDays(today, Number(rules.of('taskReminderBeforeDays').value));
    const lateUntil = addDays(today, -Number(rules.of('taskReminderAfterDays').value));
    let reminded = 0;
    for (const communeId of await communesToRemind(tx, dueUntil)) {
      const scope = { ...NO_SCOPE, communeIds: [communeId] };
      await setScope(tx, scope);
      const reminders = await recordReminders(tx, { communeId, today, dueUntil, lateUntil });
      const events = [...byOffice(reminders)].map(([ownerSeat, taskIds]) => ({
        name: TASK_REMINDER,
        payload: { communeId, ownerSeat, taskIds },
      }));
      await writeOutbox(tx, { events, scope, at: clock.now(), newId });
      reminded += reminders.length;
    }
    return reminded;
  },
};

/** The tasks of each office; a body without an office has nobody to be told by us. */
function byOffice(reminders: readonly Reminder[]): ReadonlyMap<SeatKey, readonly Id[]> {
  const tasks = new Map<SeatKey, Id[]>();
  for (const { ownerSeat, taskId } of reminders)
    if (ownerSeat !== null) tasks.set(ownerSeat, [...(tasks.get(ownerSeat) ?? []), taskId]);
  return tasks;
}
