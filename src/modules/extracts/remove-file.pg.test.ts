import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { addFiles } from './add-files.ts';
import { readBatch } from './read-batch.ts';
import { removeFile } from './remove-file.ts';
import { removeUnusedFiles } from './remove-unused-files.ts';
import { bankFiles, fileNamed } from './testing/bank-files.ts';
import {
  givenBatch,
  givenOffice,
  runAs,
  shownBatch,
  type TestOffice,
  uploaded,
} from './testing/given-batch.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const { files } = bankFiles({ loans: 120, communes: 2 });
const cutOff = { name: 'hỏng.xlsx', content: fileNamed(files, 'bcdhtd-011').content.slice(0, 900) };

/** The sample files are of PGD 004820: each test's office takes the code from the one before. */
let offices = 6000;
const freshOffice = async () => {
  await database.owner.query(`update registry.office set bank_code = $1 where bank_code = '004820'`, [
    `00${++offices}`,
  ]);
  return givenOffice(database);
};

describe('one file of a batch', () => {
  const without = async (office: TestOffice, batchId: Id, fileId: Id | undefined) => {
    if (fileId === undefined) throw new Error('no such file');
    const removed = await runAs(office, office.officer, (context) =>
      removeFile({ batchId, fileId }, context),
    );
    if (!isRefusal(removed)) await readBatch(office.platform, { caller: office.officer, batchId });
    return removed;
  };

  it('[EX23] that is bad is taken out: the batch is ready without it, and its check sum is noted', async () => {
    const office = await freshOffice();
    const communeId = office.platform.newId();
    const officer = { ...office.officer, scope: { ...office.officer.scope, communeIds: [communeId] } };
    const batch = await givenBatch(office, [...files, cutOff]);
    const [bad] = batch.files.filter((file) => file.state === 'refused');
    expect(batch.state).toBe('refused');
    await without({ ...office, officer }, batch.batchId, bad?.fileId);
    const after = await shownBatch(office, batch.batchId);
    expect(after).toMatchObject({ state: 'ready', blocking: [] });
    expect(after.files.map((file) => file.name)).toEqual(files.map((file) => file.name));
    const { rows } = await database.owner.query(
      'select subject from platform.audit_entry where commune_id = $1',
      [communeId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].subject).toContain(bad?.fileId);
    expect(rows[0].subject).toMatch(/"sha256":"[0-9a-f]{64}"/);
    const pieces = await database.owner.query('select 1 from extracts.file_piece where file_id = $1', [
      bad?.fileId,
    ]);
    expect(pieces.rows).toEqual([]);
  });

  it('[EX23] goes with its repetitions, a repetition goes alone, and what is added later comes last', async () => {
    const office = await freshOffice();
    const [first, ...others] = files;
    if (!first) throw new Error('no files');
    const repeated = { ...first, name: 'lần nữa.xlsx' };
    const batch = await givenBatch(office, [first, ...others, repeated]);
    const idOf = (name: string) => batch.files.find((file) => file.name === name)?.fileId;
    await without(office, batch.batchId, idOf(repeated.name));
    expect((await shownBatch(office, batch.batchId)).files).toHaveLength(files.length);
    await runAs(office, office.officer, (context) =>
      addFiles({ batchId: batch.batchId }, { ...context, files: uploaded([repeated]) }),
    );
    await readBatch(office.platform, { caller: office.officer, batchId: batch.batchId });
    const again = await shownBatch(office, batch.batchId);
    expect(again.files.at(-1)).toMatchObject({ name: repeated.name, state: 'duplicate' });
    await without(office, batch.batchId, idOf(first.name));
    const names = (await shownBatch(office, batch.batchId)).files.map((file) => file.name);
    expect(names).toEqual(others.map((file) => file.name));
  });

  it('[EX23] is not taken out when it is the only one, of another batch, or when the batch does not wait', async () => {
    const office = await freshOffice();
    const alone = await givenBatch(office, [fileNamed(files, 'bao-cao-31')]);
    const other = await givenBatch(office, [cutOff, fileNamed(files, 'bao-cao-31')]);
    expect(await without(office, alone.batchId, alone.files[0]?.fileId)).toMatchObject({
      refused: 'onlyFile',
    });
    expect(await without(office, alone.batchId, other.files[0]?.fileId)).toMatchObject({
      refused: 'notFound',
    });
    await database.owner.query(`update extracts.batch set state = 'published' where id = $1`, [
      other.batchId,
    ]);
    expect(await without(office, other.batchId, other.files[0]?.fileId)).toMatchObject({
      refused: 'batchNotWaiting',
      data: { state: 'Đã ghi vào sổ' },
    });
  });
});

describe('every file that is not used', () => {
  const unused = (office: TestOffice, batchId: Id) =>
    runAs(office, office.officer, (context) => removeUnusedFiles({ batchId }, context));

  it('[EX23] is taken out at once beside a whole report 31; the others are read again', async () => {
    const office = await freshOffice();
    const repeated = { ...fileNamed(files, 'bao-cao-31'), name: 'lần nữa.xlsx' };
    const otherCutOff = {
      name: 'hỏng nữa.xlsx',
      content: fileNamed(files, 'bcdhtd-011').content.slice(0, 800),
    };
    const { batchId } = await givenBatch(office, [...files, cutOff, repeated, otherCutOff]);
    expect(await unused(office, batchId)).toMatchObject({ batchId, removed: 3 });
    await readBatch(office.platform, { caller: office.officer, batchId });
    const after = await shownBatch(office, batchId);
    expect(after).toMatchObject({ state: 'ready', blocking: [] });
    expect(after.files.map((file) => file.name)).toEqual(files.map((file) => file.name));
    expect(await unused(office, batchId)).toMatchObject({ refused: 'noUnusedFiles' });
  });

  it('[EX23] stays where there is no whole report 31 to tell them from', async () => {
    const office = await freshOffice();
    const { batchId } = await givenBatch(office, [cutOff, fileNamed(files, 'bcdhtd-012')]);
    expect(await unused(office, batchId)).toMatchObject({ refused: 'noWholeReport' });
    expect((await shownBatch(office, batchId)).files).toHaveLength(2);
  });
});
