import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayInVietnam } from '../../kernel/moment.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { dayInVietnamOf } from './day-in-vietnam.ts';
import { SYSTEM_SCOPE } from './scope.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test.each([
  ['2026-11-22T16:59:59.999Z', '2026-11-22'],
  ['2026-11-22T17:00:00.000Z', '2026-11-23'],
])('the database has %s on the day that the product has it on', async (moment, on) => {
  const { rows } = await database.app.read(SYSTEM_SCOPE, (tx) =>
    sql`select ${dayInVietnamOf('told.at')} as "on" from (select ${moment}::timestamptz as at) told`.execute(
      tx,
    ),
  );
  expect([rows, dayInVietnam(new Date(moment))]).toEqual([[{ on }], on]);
});
