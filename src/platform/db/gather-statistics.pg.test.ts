import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { gatherStatistics } from './gather-statistics.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('looks at the tables of the schemas that are named, and at no others', async () => {
  const lookedAt = async () => {
    const { rows } = await database.owner.query<{ schema: string }>(
      `select distinct schemaname as schema from pg_stat_user_tables where last_analyze is not null`,
    );
    return rows.map(({ schema }) => schema);
  };
  expect(await lookedAt()).toEqual([]);
  await gatherStatistics(database.ownerAddress, ['groups']);
  expect(await lookedAt()).toEqual(['groups']);
});
