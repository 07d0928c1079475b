import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testPlatform } from '../testing/platform.ts';
import { cleanDeliveredNews, cleanFinishedJobs } from './clean-platform.ts';
import { type Chore, keepHouse } from './housekeep.ts';

let database: TestDatabase;
let parts: ReturnType<typeof testPlatform>;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  parts = testPlatform(database.app);
  for (const table of ['housekeeping', 'outbox_delivery', 'outbox', 'job'])
    await database.owner.query(`delete from platform.${table}`);
});
afterAll(() => database.close());

const chore = (clean: Chore['clean'], days = 10, name = 'sample.clean'): Chore => ({
  ...{ name, clean, keepDays: async () => days },
});
const keep = (...chores: Chore[]) => keepHouse({ ...parts, chores });
const idsIn = async (table: string) => {
  const { rows } = await database.owner.query<{ id: Id }>(`select id from platform.${table} order by id`);
  return rows.map(({ id }) => id);
};

describe('a chore', () => {
  test('[HK1] is done once a day, whoever many processes run', async () => {
    let times = 0;
    const once = chore(async () => ++times);
    await Promise.all(Array.from({ length: 4 }, () => keep(once)));
    await keep(once);
    expect(times).toBe(1);
    // The next day in Vietnam.
    parts.clock.moveTo('2026-11-03T16:59:59Z');
    await keep(once);
    expect(times).toBe(1);
    parts.clock.moveTo('2026-11-03T17:00:00Z');
    await keep(once);
    expect(times).toBe(2);
  });

  test('[HK1] that fails undoes what it did, holds up no other, and is tried again', async () => {
    await addJob('done', '2026-01-01');
    let isBroken = true;
    const failing = chore(async (context, before) => {
      const removed = await cleanFinishedJobs.clean(context, before);
      if (isBroken) throw new Error('cut off');
      return removed;
    });
    let other = 0;
    await keep(
      failing,
      chore(async () => ++other, 1, 'sample.other'),
    );
    expect([other, (await idsIn('job')).length]).toEqual([1, 1]);
    isBroken = false;
    await keep(failing);
    expect(await idsIn('job')).toEqual([]);
  });

  test('[HK1] what no transaction gives back is removed once the record of the chore is committed', async () => {
    const seen: string[] = [];
    const recorded = async () =>
      (await database.owner.query('select removed from platform.housekeeping')).rows.map(
        (row) => row.removed,
      );
    const afterCommit = async () => void seen.push(`after ${await recorded()}`);
    await keep(chore(async () => ({ removed: Number.NaN, afterCommit })));
    expect(seen).toEqual([]);
    await keep(chore(async () => ({ removed: 2, afterCommit })));
    expect(seen).toEqual(['after 2']);
  });

  test('[HK1] leaves an audit entry where it removed something, and none where not', async () => {
    await keep(
      chore(async () => 3, 7, 'sample.three'),
      chore(async () => 0, 7, 'sample.none'),
    );
    const { rows } = await database.owner.query(
      `select command, subject from platform.audit_entry where command like 'sample.%'`,
    );
    expect(rows.filter(({ command }) => command === 'sample.three')).toEqual([
      { command: 'sample.three', subject: expect.stringContaining('"removed":3') },
    ]);
    expect(rows.filter(({ command }) => command === 'sample.none')).toEqual([]);
  });

  test.each([
    [10, '2026-10-24T02:00:00.000Z'],
    [1, '2026-11-02T02:00:00.000Z'],
    [0, '2026-11-02T02:00:00.000Z'],
    [-5, '2026-11-02T02:00:00.000Z'],
  ])('[HK3] of %i days removes what was over before %s', async (days, moment) => {
    const seen: string[] = [];
    await keep(chore(async (_, before) => seen.push(before.toISOString()), days));
    expect(seen).toEqual([moment]);
  });
});

async function addJob(state: string, finishedAt: string | null): Promise<Id> {
  const id = parts.newId();
  await database.owner.query(
    `insert into platform.job (office_id, id, task, payload, caller, state, created_at, finished_at)
     values ($1, $1, 'sample', '{}', '{}', $2, '2026-01-01', $3)`,
    [id, state, finishedAt],
  );
  return id;
}

async function addNews(deliveredAt: string | null): Promise<Id> {
  const id = parts.newId();
  await database.owner.query(
    `insert into platform.outbox (id, name, payload, scope, created_at, delivered_at) values ($1, 'a', '{}', '{}', '2026-01-01', $2)`,
    [id, deliveredAt],
  );
  await database.owner.query(`insert into platform.outbox_delivery values ($1, 'b', '2026-01-01')`, [id]);
  return id;
}

describe('the platform’s own leftovers', () => {
  test('[HK2] ended jobs go after their days, not before; those that wait or run stay', async () => {
    for (const state of ['done', 'failed', 'cancelled']) await addJob(state, '2026-10-24T01:59:59Z');
    const stays = [
      await addJob('done', '2026-10-24T02:00:00Z'),
      await addJob('queued', null),
      await addJob('running', null),
    ];
    await keep({ ...cleanFinishedJobs, keepDays: async () => 10 });
    expect(await idsIn('job')).toEqual(stays.toSorted());
    const { rows } = await database.owner.query('select done_on, removed from platform.housekeeping');
    expect(rows).toEqual([{ done_on: '2026-11-03', removed: 3 }]);
  });

  test('[HK2] delivered news goes with the record of its deliveries; what waits stays, however old', async () => {
    await addNews('2026-10-24T01:59:59Z');
    const stays = [await addNews('2026-10-24T02:00:00Z'), await addNews(null)];
    await keep({ ...cleanDeliveredNews, keepDays: async () => 10 });
    expect(await idsIn('outbox')).toEqual(stays.toSorted());
    const { rowCount } = await database.owner.query('select from platform.outbox_delivery');
    expect(rowCount).toBe(2);
  });
});
