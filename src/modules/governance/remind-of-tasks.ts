import { addDays } from '../../kernel/dates.ts';
import { NO_SCOPE, setScope } from '../../platform/db/scope.ts';
import type { Cleaning } from '../../platform/housekeeping/housekeep.ts';
import { writeOutbox } from '../../platform/outbox/outbox.ts';
import { ruleValues } from '../programmes/index.ts';
import { communesToRemind, recordReminders } from './db/task-reminders.ts';

/**
 * Reminds owners of tasks, once before the deadline and once after it [GV47]: each reminder is recorded and told as the news
 * `governance.taskReminder`, one commune after the other in its own scope. Once a day; a day left out is made up for.
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
      const events = reminders.map(({ taskId, ownerSeat, moment }) => ({
        name: 'governance.taskReminder',
        payload: { communeId, taskId, ownerSeat: ownerSeat ?? '', moment },
      }));
      await writeOutbox(tx, { events, scope, at: clock.now(), newId });
      reminded += reminders.length;
    }
    return reminded;
  },
};
