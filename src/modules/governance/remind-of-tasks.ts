import { addDays, type BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import type { Cleaning } from '../../platform/housekeeping/housekeep.ts';
import type { EventHandler } from '../../platform/outbox/deliver-outbox.ts';
import { writeOutbox } from '../../platform/outbox/outbox.ts';
import { ruleValues } from '../programmes/index.ts';
import { communesToRemind, type Reminder, recordReminders } from './db/task-reminders.ts';
import type { SeatKey, SeatShown } from './domain/seat.ts';
import { findOffices } from './find-seats.ts';

/** The news that an office has tasks to be reminded of: its commune, its seat, the tasks. */
export const TASK_REMINDER = 'governance.taskReminder';

/** The news that a commune has tasks that may have to be reminded of today. */
const REMINDERS_DUE = 'governance.remindersDue';

/**
 * Once a day: tells each commune with tasks to remind of, as news, so that each is reminded in a transaction of its own and one
 * that cannot be keeps no other from it. A day left out is made up for.
 */
export const remindOfTasks: Cleaning = {
  name: 'governance.remindOfTasks',
  counts: 'communes',
  clean: async ({ tx, clock, newId }) => {
    const { dueUntil } = await reminderDays(tx, clock.today());
    const communeIds = await communesToRemind(tx, dueUntil);
    for (const communeId of communeIds) {
      const events = [{ name: REMINDERS_DUE, payload: { communeId } }];
      await writeOutbox(tx, {
        ...{ events, newId },
        scope: { ...NO_SCOPE, communeIds: [communeId] },
        at: clock.now(),
      });
    }
    return communeIds.length;
  },
};

/**
 * Reminds the owners of a commune's tasks, once before the deadline and once after it [GV47]: each reminder is recorded, and
 * those of an office are told together as the news `governance.taskReminder`. Of an office that nobody holds, or that the commune has no
 * more, nothing is recorded: whoever holds it next is reminded then [GV241].
 */
export const onRemindersDue: EventHandler = {
  name: 'governance.onRemindersDue',
  event: REMINDERS_DUE,
  handle: async (payload, context) => {
    const { tx, clock, note, emit } = context;
    const communeId = payload.communeId as Id;
    const today = clock.today();
    const days = await reminderDays(tx, today);
    const held = seatsHeld((await findOffices(context, communeId)).seats);
    const reminders = await recordReminders(tx, { communeId, today, held, ...days });
    for (const [ownerSeat, taskIds] of byOffice(reminders))
      emit({ name: TASK_REMINDER, payload: { communeId, ownerSeat, taskIds } });
    if (reminders.length > 0) note({ communeId, subject: { reminders: reminders.length } });
  },
};

/** The last deadline that is reminded of beforehand, and the last that has passed for long enough. */
export async function reminderDays(
  tx: Tx,
  today: BusinessDate,
): Promise<{ readonly dueUntil: BusinessDate; readonly lateUntil: BusinessDate }> {
  const rules = await ruleValues(tx, today);
  return {
    dueUntil: addDays(today, Number(rules.of('taskReminderBeforeDays').value)),
    lateUntil: addDays(today, -Number(rules.of('taskReminderAfterDays').value)),
  };
}

function seatsHeld(seats: readonly SeatShown[]): SeatKey[] {
  return [...new Set(seats.flatMap(({ seat, holderName }) => (holderName === null ? [] : [seat])))];
}

/** The tasks of each office. */
function byOffice(reminders: readonly Reminder[]): ReadonlyMap<SeatKey, readonly Id[]> {
  const tasks = new Map<SeatKey, Id[]>();
  for (const { ownerSeat, taskId } of reminders)
    tasks.set(ownerSeat, [...(tasks.get(ownerSeat) ?? []), taskId]);
  return tasks;
}
