import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { reportTask } from './report-task.ts';
import { returnTask } from './return-task.ts';
import { command, givenCommune, type TestCommune } from './testing/given-commune.ts';
import { callers, headsTask, REPORT } from './testing/given-tasks.ts';

const MIGRATION = new URL('./db/migrations/0426-reported-in-time.sql', import.meta.url);

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  commune.clock.moveTo('2026-12-01T02:00:00Z');
}, 60_000);
afterAll(() => commune.database.close());

type Within = Awaited<ReturnType<typeof headsTask>>;

it('[GV33] of tasks that were supplemented before that was a rule the report that stands is found in what happened to them', async () => {
  const reportOn = async (within: Within, on: string, outcome: 'done' | 'partly') => {
    commune.clock.moveTo(`${on}T18:00:00Z`);
    await command(commune, as.head(), (context) =>
      reportTask({ ...within, ...REPORT, outcome, eventId: nextId() }, context),
    );
  };
  const [supplemented, returned, otherwise] = [
    await headsTask(commune),
    await headsTask(commune),
    await headsTask(commune),
  ];
  for (const day of ['2026-12-08', '2026-12-14']) await reportOn(supplemented, day, 'done');
  await reportOn(returned, '2026-12-08', 'done');
  await command(commune, as.chair(), (context) =>
    returnTask({ ...returned, eventId: nextId(), baseVersion: 2, reason: 'Thiếu danh sách' }, context),
  );
  for (const day of ['2026-12-14', '2026-12-20']) await reportOn(returned, day, 'done');
  await reportOn(otherwise, '2026-12-08', 'partly');
  for (const day of ['2026-12-15', '2026-12-16']) await reportOn(otherwise, day, 'done');
  const tasks = [supplemented, returned, otherwise].map(({ taskId }) => taskId);
  const { owner } = commune.database;
  const reportedOn = async () =>
    (
      await owner.query(
        'select reported_on::text as day from governance.task where id = any ($1) order by array_position($1, id)',
        [tasks],
      )
    ).rows.map(({ day: on }) => on);
  const stood = await reportedOn();
  expect(stood).toEqual(['2026-12-09', '2026-12-15', '2026-12-16']);
  await owner.query(`update governance.task set reported_on = '2026-12-31' where id = any ($1)`, [tasks]);
  await runMigration(owner, MIGRATION);
  expect(await reportedOn()).toEqual(stood);
});
