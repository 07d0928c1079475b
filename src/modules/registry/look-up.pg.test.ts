import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { acceptPeople } from './index.ts';
import { nextId } from './testing/build.ts';

const BORROWERS = 10_000;
const ASKED = 50;

let database: TestDatabase;
const communeIds = [nextId(), nextId(), nextId(), nextId(), nextId()] as const;
const [communeId] = communeIds;
/** One of `$1`: who is asked about lives in the first. */
const COMMUNE = `($1::uuid[])[1 + (n - 1) * ${communeIds.length} / ${BORROWERS}]`;
const NUMBERED = `from generate_series(1, ${BORROWERS}) n`;
const id = (kind: string) => `overlay(md5('${kind}' || n)::uuid::text placing '7' from 15)::uuid`;

/** An office's communes that were imported just now: the server has not looked at what they hold. */
beforeAll(async () => {
  database = await testDatabase();
  const insert = (into: string, values: string) =>
    database.owner.query(`insert into registry.${into} select ${COMMUNE}, ${values} ${NUMBERED}`, [
      communeIds,
    ]);
  await insert('household (commune_id, id, created_at)', `${id('household')}, now()`);
  await insert(
    `person (commune_id, id, household_id, customer_code, full_name, folded_name, phone, village_code, group_code,
       association_code, bank_data_date, bank_version_id)`,
    `${id('person')}, ${id('household')}, 4800000000 + n, 'Người ' || n, 'nguoi ' || n, '03' || 10000000 + n,
       '54010101', '0026000', '11', '2026-10-31', ${id('version')}`,
  );
  await insert(
    `contact (commune_id, id, person_id, village_code, group_code, association_code, relation, phone, source, entered_at)`,
    `${id('contact')}, ${id('person')}, '54010101', '0026000', '11', 'self', '03' || 10000000 + n, 'bank', now()`,
  );
  await insert(
    `person_bank_record (commune_id, person_id, data_date, version_id, full_name, folded_name, phone, village_code,
       group_code, association_code)`,
    `${id('person')}, '2026-10-31', ${id('version')}, 'Người ' || n, 'nguoi ' || n, '03' || 10000000 + n,
       '54010101', '0026000', '11'`,
  );
});
afterAll(() => database.close());

/** A node of a plan as it was carried out; numbers of rows are those of one of its loops. */
type Step = {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Step[];
};

/** All rows that the steps of a plan had in hand. */
function rowsInHand(step: Step): number {
  const removed = (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Join Filter'] ?? 0);
  const own = step['Actual Loops'] * (step['Actual Rows'] + removed);
  return (step.Plans ?? []).reduce((sum, part) => sum + rowsInHand(part), own);
}

it.each([
  ['id', `person_id = any (array(select ${id('person')} from generate_series(1, ${ASKED}) n))`],
  ['code', `customer_code = any (array(select (4800000000 + n)::text from generate_series(1, ${ASKED}) n))`],
])('[RG11] of whom is asked by %s is looked up alone, in a commune just imported too', async (_, asked) => {
  const client = database.owner;
  await client.query('begin; set local role giaoban_app');
  await client.query(`set local app.communes = '${communeId}'; set local app.villages = '*'`);
  await client.query(`set local app.groups = '*'; set local app.associations = '*'`);
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
    `explain (analyze, timing off, format json)
     select person_id, full_name, is_reachable from registry.customer where commune_id = '${communeId}' and ${asked}`,
  );
  await client.query('rollback');
  const plan = rows[0]?.['QUERY PLAN'][0].Plan as Step;
  expect(plan['Actual Rows']).toBe(ASKED);
  expect(rowsInHand(plan)).toBeLessThan(20 * ASKED);
});

it('[RG11] whose number the next month changes, their contacts alone are looked up', async () => {
  const batchId = nextId();
  await database.owner.query(
    `insert into extracts.staged_person
       (commune_id, batch_id, customer_code, new_person_id, new_household_id, full_name, folded_name, phone,
        village_code, group_code, association_code)
     select commune_id, $1, customer_code, id, household_id, full_name, folded_name,
       case when customer_code::bigint <= 4800000000 + ${ASKED} then '09' || substr(phone, 3) else phone end,
       village_code, group_code, association_code
     from registry.person where commune_id = any ($2)`,
    [batchId, communeIds],
  );
  const [change] = await database.app.write({ communeIds, officeIds: [], system: false }, async (tx) => {
    await acceptPeople(tx, {
      source: 'extracts.staged_person',
      communeIds,
      batchId,
      dataDate: day('2026-11-30'),
      versionId: nextId(),
      at: new Date('2026-12-03T00:00:00Z'),
    });
    const { rows } = await sql<{ fetched: number; stepped_back: number }>`
        select (seq_tup_read + idx_tup_fetch)::int as fetched,
          (select count(*)::int from registry.contact where removed_at is not null) as stepped_back
        from pg_stat_xact_user_tables where schemaname = 'registry' and relname = 'contact'`.execute(tx);
    return rows;
  });
  expect(change?.stepped_back).toBe(ASKED);
  expect(change?.fetched).toBeLessThan(20 * ASKED);
});
