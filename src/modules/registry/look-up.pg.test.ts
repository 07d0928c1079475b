import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { nextId } from './testing/build.ts';

const BORROWERS = 4_000;
const ASKED = 50;

let database: TestDatabase;
const communeId = nextId();
const NUMBERED = `from generate_series(1, ${BORROWERS}) n`;
const id = (kind: string) => `overlay(md5('${kind}' || n)::uuid::text placing '7' from 15)::uuid`;

/** A commune that was imported just now: the server has not looked at what it holds. */
beforeAll(async () => {
  database = await testDatabase();
  const insert = (into: string, values: string) =>
    database.owner.query(`insert into registry.${into} select $1, ${values} ${NUMBERED}`, [communeId]);
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
