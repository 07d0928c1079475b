import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { figuresOfTasks } from './figures-of-tasks.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { reportTask } from './report-task.ts';
import { givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { remindAt } from './testing/given-reminders.ts';
import { callers, ordered, shownTask } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune.database.close());
beforeEach(() => commune.clock.moveTo('2026-11-03T02:00:00Z'));

/** A directive over loans with unpaid interest, given when September's figures were the newest. */
async function orderedInOctober(): Promise<Id> {
  const directiveId = await ordered(commune, {
    spread: 'loans',
    list: 'unpaid_interest',
    listAssociationCodes: ['12'],
    figure: 'unpaidInterest',
    recipients: [],
  });
  await commune.database.owner.query(
    "update governance.directive set list_date = '2026-09-30' where id = $1",
    [directiveId],
  );
  return directiveId;
}

const tasksNow = async (directiveId: Id) => {
  const { communeId } = commune;
  const { tasks } = await question(commune, as.chair(), (context) =>
    listTasksOfCommune({ communeId, state: 'all', directiveId }, context),
  );
  return tasks;
};

describe('figures beside tasks', () => {
  it('[GV44] [GV45] tell what became of each loan, and contradict a report of what has not happened', async () => {
    const directiveId = await orderedInOctober();
    const tasks = await tasksNow(directiveId);
    const verdicts = new Set(tasks.map(({ figures }) => figures?.verdict));
    expect(verdicts).toContain('same');
    const same = tasks.find(({ figures }) => figures?.verdict === 'same');
    if (!same) throw new Error('no loan stayed as it was');
    expect(same.figures?.sentence).toMatch(/^Số liệu 31\/10\/2026: vẫn còn lãi tồn [\d.]+ đ, chưa giảm\.$/);
    const within = { communeId: commune.communeId, taskId: same.taskId };
    await tryCommand(commune, as.officer(), (context) =>
      reportTask(
        {
          ...within,
          eventId: nextId(),
          text: 'Đã thu',
          outcome: 'done',
          doneOn: day('2026-11-03'),
          fileIds: [],
          records: [],
        },
        context,
      ),
    );
    expect((await shownTask(commune, as.chair(), within)).isContradicted).toBe(true);
    expect((await tasksNow(directiveId)).find(({ taskId }) => taskId === same.taskId)?.isContradicted).toBe(
      true,
    );
  });

  it('[GV67] are those of the day of a briefing when its papers ask, however new the newest are', async () => {
    const directiveId = await orderedInOctober();
    const tasks = await tasksNow(directiveId);
    const toDatesOn = async (on: BusinessDate) => {
      const findings = await question(commune, as.chair(), (context) =>
        figuresOfTasks(
          context,
          commune.communeId,
          tasks.map((task) => ({ ...task, id: task.taskId })),
          { on },
        ),
      );
      return [...new Set([...findings.values()].map(({ toDate }) => toDate))];
    };
    expect(await toDatesOn(day('2026-10-30'))).toEqual([null]);
    expect(await toDatesOn(day('2026-10-31'))).toEqual(['2026-10-31']);
  });

  it('[GV46] are counted for the whole directive, of those they tell of', async () => {
    const directiveId = await orderedInOctober();
    const tasks = await tasksNow(directiveId);
    const [first] = tasks;
    if (!first) throw new Error('no tasks');
    const { directiveFigures } = await shownTask(commune, as.chair(), { ...first });
    const of = (verdict: string) => tasks.filter(({ figures }) => figures?.verdict === verdict).length;
    expect(directiveFigures).toMatchObject({
      tasks: tasks.length,
      toDate: '2026-10-31',
      improved: of('improved'),
    });
    expect(directiveFigures?.known).toBe(of('improved') + of('same'));
  });

  it('[GV44] a directive over the newest list has nothing to compare yet', async () => {
    const directiveId = await ordered(commune, {
      spread: 'loans',
      list: 'unpaid_interest',
      figure: 'unpaidInterest',
      recipients: [],
    });
    expect((await tasksNow(directiveId))[0]?.figures).toMatchObject({
      verdict: 'unknown',
      sentence: 'Chưa có số liệu mới hơn 31/10/2026 để đối chiếu.',
    });
  });
});

describe('reminders', () => {
  beforeEach(() =>
    commune.database.owner.query('delete from platform.outbox_delivery; delete from platform.outbox'),
  );

  it('[GV47] come once before the deadline and once after it, while the task waits for its owner', async () => {
    const directiveId = await ordered(commune, { dueOn: day('2026-12-10') });
    const remindedOn = async (date: string, of = directiveId) => {
      await remindAt(commune, `${date}T02:00:00Z`);
      const { rows } = await commune.database.owner.query<{ date: string }>(
        `select (o.created_at at time zone 'UTC')::date::text as date from platform.outbox o
         join governance.task t on o.payload -> 'taskIds' ? t.id::text
         where o.name = 'governance.taskReminder' and t.directive_id = $1 order by o.created_at`,
        [of],
      );
      return rows.map((row) => row.date);
    };
    expect(await remindedOn('2026-12-06')).toEqual([]);
    expect(await remindedOn('2026-12-07')).toEqual(['2026-12-07']);
    expect(await remindedOn('2026-12-10')).toEqual(['2026-12-07']);
    expect(await remindedOn('2026-12-11')).toEqual(['2026-12-07', '2026-12-11']);
    expect(await remindedOn('2027-02-01')).toEqual(['2026-12-07', '2026-12-11']);
    // Given late: on the last day itself it is still the reminder beforehand, after it none comes until it is late for long enough.
    const dueToday = await ordered(commune, { dueOn: day('2027-02-02') });
    expect(await remindedOn('2027-02-02', dueToday)).toEqual(['2027-02-02']);
  });
});
