import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** How many communes the server expects in each table of communes; null where it knows nothing. */
async function expectedCommunes(): Promise<Map<string, number | null>> {
  const { rows } = await database.owner.query<{ name: string; communes: number | null }>(
    `select relation.relname as name, seen.n_distinct as communes
     from pg_policy policy
     join pg_class relation on relation.oid = policy.polrelid
     left join pg_stats seen on seen.schemaname = relation.relnamespace::regnamespace::text
       and seen.tablename = relation.relname and seen.attname = 'commune_id'
     where relation.relkind = 'r' and not relation.relispartition
       and pg_get_expr(policy.polqual, policy.polrelid) like '%scope_communes%'`,
  );
  return new Map(rows.map(({ name, communes }) => [name, communes]));
}

it('a table of communes begins with few of them expected; one that the server has looked at keeps what it found', async () => {
  const atFirst = await expectedCommunes();
  expect(atFirst.size).toBeGreaterThan(40);
  expect([...atFirst].filter(([, communes]) => communes !== 10)).toEqual([]);

  await database.owner.query(
    `insert into registry.household select gen_random_uuid(), gen_random_uuid(), now() from generate_series(1, 300);
     analyze registry.household; select platform.expect_communes('registry.household')`,
  );
  // As many as there are rows.
  expect((await expectedCommunes()).get('household')).toBe(-1);
});
