import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { connect, type Database } from './database.ts';
import { NO_SCOPE } from './scope.ts';

let database: TestDatabase;
let named: Database;
beforeAll(async () => {
  database = await testDatabase();
  named = connect({ ...database.address, user: 'giaoban_app', password: 'test' }, 1, undefined, {
    statements: 'named',
  });
});
afterAll(async () => {
  await named.close();
  await database.close();
});

const read = <Row>(question: ReturnType<typeof sql<Row>>) =>
  named.read(NO_SCOPE, async (tx) => (await question.execute(tx)).rows);

it('prepares a text with values once, and answers each time with the values of that time', async () => {
  for (const n of [1, 2, 3]) expect(await read(sql`select ${n}::integer as n`)).toEqual([{ n }]);
  const prepared = await read(
    sql`select name, generic_plans + custom_plans as runs from pg_prepared_statements`,
  );
  expect(prepared).toEqual([{ name: 'statement_1', runs: 3n }]);
});

it('stops preparing where texts have no end', async () => {
  await named.read(NO_SCOPE, async (tx) => {
    for (let n = 0; n < 520; n++) await sql`select ${n}::integer as ${sql.ref(`n${n}`)}`.execute(tx);
  });
  expect(await read(sql`select count(*)::integer as count from pg_prepared_statements`)).toEqual([
    { count: 500 },
  ]);
  expect(await read(sql`select ${7}::integer as n519`)).toEqual([{ n519: 7 }]);
});
