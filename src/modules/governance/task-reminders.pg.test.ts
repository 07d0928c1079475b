import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { keepHouse } from '../../platform/housekeeping/housekeep.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { listMyTasks } from './list-my-tasks.ts';
import { remindOfTasks } from './remind-of-tasks.ts';
import { showTask } from './show-task.ts';
import { givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { callers, ordered, taskOf } from './testing/given-tasks.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

/** Does the daily work of a day. */
async function remindOn(date: string): Promise<void> {
  commune.clock.moveTo(`${date}T02:00:00Z`);
  const { logger, metrics } = testPlatform(commune.database.app);
  const chores = [{ ...remindOfTasks, keepDays: async () => 1 }];
  await keepHouse({ platform: commune.platform, chores, logger, metrics });
}

describe('[GV98] reminders in the product', () => {
  it('the owner reads beside the task when they were last reminded, on its page of both times', async () => {
    commune.clock.moveTo('2026-12-01T02:00:00Z');
    const as = callers(commune);
    const directiveId = await ordered(commune, { dueOn: day('2026-12-10') });
    const within = await taskOf(commune, as.head(), directiveId);
    const told = async () => {
      const { communeId } = within;
      const mine = await question(commune, as.head(), (context) =>
        listMyTasks({ communeId, state: 'open' }, context),
      );
      const whole = await question(commune, as.head(), (context) => showTask(within, context));
      return [mine.tasks.find(({ taskId }) => taskId === within.taskId)?.remindedOn, whole.reminders];
    };
    expect(await told()).toEqual([null, []]);
    await remindOn('2026-12-07');
    const before = { moment: 'before', on: '2026-12-07' };
    expect(await told()).toEqual(['2026-12-07', [before]]);
    await remindOn('2026-12-11');
    expect(await told()).toEqual(['2026-12-11', [before, { moment: 'after', on: '2026-12-11' }]]);
    const forChair = await question(commune, as.chair(), (context) => showTask(within, context));
    expect(forChair.reminders).toHaveLength(2);
  });
});
