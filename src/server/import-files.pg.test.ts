import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { bankFiles, type DroppedFile, fileNamed } from '../modules/extracts/testing/bank-files.ts';
import { changedFile, columnOf } from '../modules/extracts/testing/changed-file.ts';
import { systemCaller } from '../platform/caller.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { testPlatform } from '../platform/testing/platform.ts';
import { importFiles, publishBatch, type ReadBatch } from './import-files.ts';

const { files } = bankFiles({ loans: 60, communes: 2 });
const report = fileNamed(files, 'bao-cao-31');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.owner.query('delete from registry.office_commune');
  await database.owner.query('delete from registry.office_name');
  await database.owner.query('delete from registry.office');
});
afterAll(() => database.close());

const caller = systemCaller({ communeIds: [], officeIds: [], system: true });

async function imported(dropped: readonly DroppedFile[]): Promise<ReadBatch> {
  const { platform } = testPlatform(database.app);
  const read = await importFiles(platform, { caller, files: dropped });
  if (isRefusal(read)) throw new Error(read.refused);
  return read;
}

const rowsOf = async (query: string, values: unknown[] = []) =>
  (await database.owner.query(query, values)).rows;
const offices = () => rowsOf('select id, bank_code as code from registry.office');
const audited = () =>
  rowsOf(`select subject from platform.audit_entry where command = 'registry.bringInOffice' order by at`);

/** Files whose rows cannot be read: the batch is blocked. */
const broken = () =>
  changedFile(report, (rows) => {
    for (const [number, cells] of rows)
      if (number > 6) cells[columnOf(rows, 'Mã PGD')] = `00999${number % 9}`;
  });

it('[EX9] files that are refused leave no office behind, and none of their contents', async () => {
  const { batch } = await imported([await broken()]);
  expect(batch.state).toBe('refused');
  expect(await offices()).toEqual([]);
  expect(await rowsOf('select state from extracts.batch where id = $1', [batch.batchId])).toEqual([
    { state: 'discarded' },
  ]);
  expect(await rowsOf('select from extracts.file_piece where batch_id = $1', [batch.batchId])).toEqual([]);
});

it('[EX9] a new office is brought in once its files are judged, under its name, and that is written down', async () => {
  const before = (await audited()).length;
  const read = await imported(files);
  expect(read.batch.state).toBe('ready');
  const [office] = await offices();
  expect(office).toMatchObject({ code: '004820' });
  const entries = (await audited()).slice(before);
  expect(entries.map(({ subject }) => JSON.parse(subject))).toEqual([
    { batchId: read.batch.batchId, officeCode: '004820', officeId: office.id },
  ]);
  expect(isRefusal(await publishBatch(testPlatform(database.app).platform, read))).toBe(false);
  expect(await offices()).toEqual([office]);
});

it('[EX9] of two imports that name a new office at once, one brings it in and the other goes on in it', async () => {
  const before = (await audited()).length;
  const earlier = (await rowsOf('select id from extracts.batch')).map(({ id }) => id);
  const { platform } = testPlatform(database.app);
  const reads = await Promise.all([0, 1].map(() => importFiles(platform, { caller, files })));
  const [office, ...others] = await offices();
  for (const read of reads)
    expect(read).toMatchObject({ batch: { state: 'ready' }, caller: { scope: { officeIds: [office.id] } } });
  expect(others).toEqual([]);
  expect(await audited()).toHaveLength(before + 1);
  const kept = `select from extracts.batch where state <> 'discarded' and id <> all ($1) and not exists (
    select from registry.office where office.id = batch.office_id)`;
  expect(await rowsOf(kept, [earlier])).toEqual([]);
  expect(office).toMatchObject({ code: '004820' });
});

it('[EX9] a batch whose office has come in under another id meanwhile is refused with what to do', async () => {
  const read = await imported(files);
  await database.owner.query('update registry.office set id = gen_random_uuid()');
  const published = await publishBatch(testPlatform(database.app).platform, read);
  expect(published).toMatchObject({
    refused: 'batchBlocked',
    data: { reasons: expect.stringContaining('Gửi lại bộ tệp này') },
  });
});

it('[EX9] an office that is known is not brought in again, and keeps a batch that is refused', async () => {
  await imported(files);
  const before = await audited();
  const { batch } = await imported([await broken()]);
  expect(batch.state).toBe('refused');
  expect(await audited()).toEqual(before);
  expect(await rowsOf('select state from extracts.batch where id = $1', [batch.batchId])).toEqual([
    { state: 'refused' },
  ]);
});
