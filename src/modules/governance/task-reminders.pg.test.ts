import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { listMyTasks } from './list-my-tasks.ts';
import { showTask } from './show-task.ts';
import { givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { remindAt } from './testing/given-reminders.ts';
import { callers, ORDER, ordered, taskOf } from './testing/given-tasks.ts';

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

describe('[GV47] a body without an office', () => {
  it('is told by nobody, and no page says that it was reminded', async () => {
    const { communeId } = commune;
    const { owner } = commune.database;
    commune.clock.moveTo('2026-12-13T02:00:00Z');
    const recipients = [...ORDER.recipients, { seat: null, name: 'Ban giảm nghèo' }];
    const directiveId = await ordered(commune, { dueOn: day('2026-12-20'), recipients });
    await remindOn('2026-12-17');
    const { rows } = await owner.query(
      `select t.id as "taskId", t.owner_seat as seat, r.moment from governance.task t
       left join governance.task_reminder r on r.commune_id = t.commune_id and r.task_id = t.id
       where t.directive_id = $1 order by t.owner_seat`,
      [directiveId],
    );
    expect(rows).toMatchObject([
      { seat: 'associationHead:12', moment: 'before' },
      { seat: null, moment: null },
    ]);
    // As one stands that was recorded when that was not asked.
    const { taskId } = rows[1];
    await owner.query(`insert into governance.task_reminder values ($1, $2, 'before', null, '2026-12-17')`, [
      communeId,
      taskId,
    ]);
    const { reminders } = await question(commune, callers(commune).chair(), (context) =>
      showTask({ communeId, taskId }, context),
    );
    expect(reminders).toEqual([]);
  });
});
