import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Migration, migrate, readMigrations } from '../src/platform/db/migrate.ts';
import { StartProblem } from '../src/platform/start-problem.ts';
import { type TestDatabase, testDatabase } from '../src/platform/testing/database.ts';
import { schemaText } from './catalogue.ts';

/** The first step after which people could work: areas, people, files, figures, points. */
const EARLY = 40;
const NAME = 'upgraded';

let server: TestDatabase;
let old: pg.Client;
const all = readMigrations();

beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.close());

beforeEach(async () => {
  await server.owner.query(`create database ${nameOfThisRun()} owner giaoban_owner`);
  old = new pg.Client({ ...server.ownerAddress, database: nameOfThisRun() });
  await old.connect();
});
afterEach(async () => {
  await old.end();
  await server.owner.query(`drop database ${nameOfThisRun()}`);
});

const nameOfThisRun = () => `${server.address.database}_${NAME}`;

/** As in the product: who migrates owns the tables and is bound by row-level security. */
async function migrateAsOwner(steps: readonly Migration[]): Promise<string[]> {
  await old.query('set role giaoban_owner');
  try {
    return await migrate(old, steps);
  } finally {
    await old.query('reset role');
  }
}

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [COMMUNE, OFFICE, HOUSEHOLD, PERSON, POINT] = [1, 2, 3, 4, 5].map(id);

/** A household of a commune with one number written twice, and its point, as they stood in the early schema. */
async function fillEarlySchema(): Promise<void> {
  await old.query(`
    insert into registry.area (id, kind, bank_code, state_code, name, valid_from)
      values ('${COMMUNE}', 'commune', '540101', '09999', 'Xã Mẫu', '2025-07-01');
    insert into registry.office (id, bank_code, name) values ('${OFFICE}', '005401', 'PGD Mẫu');
    insert into registry.office_commune (office_id, commune_id, valid_from)
      values ('${OFFICE}', '${COMMUNE}', '2025-07-01');
    insert into registry.household (commune_id, id, created_at) values ('${COMMUNE}', '${HOUSEHOLD}', '2025-07-31T00:00:00Z');
    insert into registry.person (commune_id, id, customer_code, household_id, full_name, folded_name, village_code,
        group_code, association_code, bank_data_date)
      values ('${COMMUNE}', '${PERSON}', '5401000001', '${HOUSEHOLD}', 'Lò Thị Mẫu', 'lo thi mau', '54010101', '0000001', '11',
        '2025-07-31');
    insert into registry.contact (commune_id, id, person_id, village_code, group_code, association_code, relation, phone,
        source, entered_at)
      select '${COMMUNE}', id::uuid, '${PERSON}', '54010101', '0000001', '11', 'self', '0912345678', source, '2025-08-01T00:00:00Z'
      from (values ('${id(6)}', 'bank'), ('${id(7)}', 'entered')) written (id, source);
    insert into sessions.point (commune_id, id, point_code, name, fixed_day, valid_from, source)
      values ('${COMMUNE}', '${POINT}', 'TXN1', 'Điểm giao dịch Xã Mẫu', 12, '2025-07-31', 'bank');`);
}

describe('a database of an early version', () => {
  it('arrives with its rows at the schema of a fresh one', async () => {
    const early = all.filter(({ number }) => number <= EARLY);
    await migrateAsOwner(early);
    await fillEarlySchema();
    const later = await migrateAsOwner(all);
    expect(later).toEqual(all.slice(early.length).map(({ name }) => name));
    expect((await schemaText(old)).split('\n')).toEqual(readFileSync('docs/schema.txt', 'utf8').split('\n'));
    const { rows } = await old.query(`
      select full_name, point.name as point, service.withdrawn_at,
        array(select source from registry.contact where removed_at is null) as numbers
      from registry.person join sessions.point using (commune_id) join registry.office_service service using (commune_id)`);
    expect(rows).toEqual([
      { full_name: 'Lò Thị Mẫu', point: 'Điểm giao dịch Xã Mẫu', withdrawn_at: null, numbers: ['bank'] },
    ]);
  });

  it('is not touched again by a second start', async () => {
    await migrateAsOwner(all);
    expect(await migrateAsOwner(all)).toEqual([]);
  });
});

describe('a step that was changed after it had run', () => {
  it('stops the start with a sentence, and nothing later is run', async () => {
    const [first, second, third] = all;
    if (!first || !second || !third) throw new Error('there are fewer than three steps');
    await migrateAsOwner([first, second]);
    const changed = { ...second, checksum: 'another' };
    const start = migrateAsOwner([first, changed, third]);
    await expect(start).rejects.toThrow(StartProblem);
    await expect(start).rejects.toThrow(
      `Bước ${second.name} của cơ sở dữ liệu đã bị sửa sau khi chạy, nên chương trình không khởi động. Cài lại đúng bản chương trình đã phát hành rồi chạy lại; dữ liệu chưa bị thay đổi.`,
    );
    const { rows } = await old.query('select number from public.giaoban_migration order by number');
    expect(rows.map(({ number }) => number)).toEqual([first.number, second.number]);
  });
});

describe('a database that a newer program has worked on', () => {
  it('stops the start with a sentence that names its newest step, and nothing is written', async () => {
    const [first, second] = all;
    if (!first || !second) throw new Error('there are fewer than two steps');
    const newer = { ...second, number: 9_999, name: '9999-a-later-step', sql: 'select 1;\n' };
    await migrateAsOwner([first, { ...newer, number: 9_998, name: '9998-before-it' }, newer]);
    const start = migrateAsOwner([first, second]);
    await expect(start).rejects.toThrow(StartProblem);
    await expect(start).rejects.toThrow(
      'Cơ sở dữ liệu này thuộc một bản Giao Ban mới hơn: nó đã qua bước 9999-a-later-step mà bản đang chạy chưa có, nên chương trình không khởi động. Cài bản mới hơn, là bản đã dùng với cơ sở dữ liệu này, rồi chạy lại; dữ liệu chưa bị thay đổi.',
    );
    const { rows } = await old.query('select number from public.giaoban_migration order by number');
    expect(rows.map(({ number }) => number)).toEqual([first.number, 9_998, 9_999]);
  });
});
