import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { listMyTasks } from './list-my-tasks.ts';
import { showTask } from './show-task.ts';
import { givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { remindAt } from './testing/given-reminders.ts';
import { callers, ordered, taskOf } from './testing/given-tasks.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

/** Does the daily work of a day. */
const remindOn = (date: string) => remindAt(commune, `${date}T02:00:00Z`);

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

describe('[GV47] a commune that cannot be reminded', () => {
  it('keeps no other from its reminders', async () => {
    const { owner } = commune.database;
    commune.clock.moveTo('2026-12-12T02:00:00Z');
    const directiveId = await ordered(commune, { dueOn: day('2026-12-15') });
    const broken = nextId();
    await owner.query(
      `insert into platform.outbox (id, name, payload, scope, created_at)
       values ($1, 'governance.remindersDue', $2, $3, '2026-12-01')`,
      [nextId(), { communeId: broken }, { communeIds: ['no id'], officeIds: [] }],
    );
    expect(await remindAt(commune, '2026-12-12T02:00:00Z')).toBe(1);
    const { rows } = await owner.query(
      `select count(*)::int as count from governance.task_reminder r
       join governance.task t on t.commune_id = r.commune_id and t.id = r.task_id where t.directive_id = $1`,
      [directiveId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});
