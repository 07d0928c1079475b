import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../kernel/contract.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import type { listTasksOfCommune as listTasksOperation } from './contract.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { reportTask } from './report-task.ts';
import { showTaskOverview } from './show-task-overview.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { callers, headsTask, REPORT } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  commune.clock.moveTo('2026-12-01T02:00:00Z');
}, 60_000);
afterAll(() => commune.database.close());

const newTask = () => headsTask(commune);

const STATES = {
  given: 'all',
  done: 'done',
  waiting: 'waiting',
  late: 'late',
  returned: 'returned',
} as const;
const MEASURES = Object.keys(STATES) as (keyof typeof STATES)[];
type ListInput = InputOf<typeof listTasksOperation>;

/** The tasks of a list, page after page. */
async function allTasks(asked: Omit<ListInput, 'communeId'>): Promise<string[]> {
  const input = { communeId: commune.communeId, ...asked };
  const { tasks, next } = await question(commune, as.chair(), (context) =>
    listTasksOfCommune(input, context),
  );
  const ids = tasks.map(({ taskId }) => taskId);
  return next === null ? ids : [...ids, ...(await allTasks({ ...asked, cursor: next }))];
}

describe('a number of the overview', () => {
  it('[GV38] opens the tasks it counts, by state and actor; what ended long ago stands in neither', async () => {
    const { communeId } = commune;
    const old = await newTask();
    await command(commune, as.head(), (context) =>
      reportTask({ ...old, ...REPORT, eventId: nextId() }, context),
    );
    await command(commune, as.chair(), (context) =>
      acceptTask({ ...old, eventId: nextId(), baseVersion: 2 }, context),
    );
    const stillOpen = await newTask();
    commune.clock.moveTo('2027-12-20T02:00:00Z');
    const overview = await question(commune, as.chair(), (context) =>
      showTaskOverview({ hasMail: false })({ communeId }, context),
    );
    const countedSince = overview.since ?? undefined;
    for (const measure of MEASURES) {
      const state = STATES[measure];
      expect([measure, (await allTasks({ state, countedSince })).length]).toEqual([
        ...[measure, overview.total[measure]],
      ]);
      for (const { seat, givenName, ...actor } of overview.actors) {
        const of = seat === null ? { ownerName: givenName } : { ownerSeat: seat };
        const opened = await allTasks({ state, countedSince, ...of });
        expect([measure, givenName, opened.length]).toEqual([measure, givenName, actor[measure]]);
      }
    }
    const counted = await allTasks({ state: 'all', countedSince });
    expect(counted).toContain(stillOpen.taskId);
    expect(counted).not.toContain(old.taskId);
    expect(await allTasks({ state: 'all' })).toContain(old.taskId);
  });

  it('[GV38] counts what is over for as many months as the rule of today says', async () => {
    const { communeId } = commune;
    commune.clock.moveTo('2027-12-20T02:00:00Z');
    const sinceOf = async () => {
      const overview = await question(commune, as.chair(), (context) =>
        showTaskOverview({ hasMail: false })({ communeId }, context),
      );
      return overview.since;
    };
    expect(await sinceOf()).toBe('2026-12-20');
    await commune.database.owner.query(
      `update programmes.rule_value set value = 6 where rule = 'taskOverviewMonths'`,
    );
    expect(await sinceOf()).toBe('2027-06-20');
  });
});
