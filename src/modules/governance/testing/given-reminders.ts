import { keepHouse } from '../../../platform/housekeeping/housekeep.ts';
import { drainOutbox, type EventHandler } from '../../../platform/outbox/deliver-outbox.ts';
import { testPlatform } from '../../../platform/testing/platform.ts';
import { onRemindersDue, remindOfTasks } from '../remind-of-tasks.ts';
import type { TestCommune } from './given-commune.ts';

/**
 * Does the daily work of reminding at a moment, and what follows from it.
 *
 * @param handlers who listens to the reminders besides
 * @returns how many news still wait
 */
export async function remindAt(
  { clock, platform, database }: TestCommune,
  moment: string,
  handlers: readonly EventHandler[] = [],
): Promise<number> {
  clock.moveTo(moment);
  const { logger, metrics } = testPlatform(database.app);
  const chores = [{ ...remindOfTasks, keepDays: async () => 1 }];
  await keepHouse({ platform, chores, logger, metrics });
  return drainOutbox({ platform, handlers: [onRemindersDue, ...handlers], logger, metrics });
}
