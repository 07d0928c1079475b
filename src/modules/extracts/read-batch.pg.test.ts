import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { runQuestion } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { addFiles } from './add-files.ts';
import { allFaults } from './all-faults.ts';
import { answerQuestions } from './answer-questions.ts';
import { createBatch } from './create-batch.ts';
import { discardBatch } from './discard-batch.ts';
import { listBatches } from './list-batches.ts';
import { listFaults } from './list-faults.ts';
import { officeForFiles } from './office-for-files.ts';
import { readBatch } from './read-batch.ts';
import { type BankFilesWanted, bankFiles, fileNamed } from './testing/bank-files.ts';
import { changedFile, columnOf } from './testing/changed-file.ts';
import {
  callerOf,
  givenBatch,
  givenOffice,
  runAs,
  shownBatch,
  systemOf,
  uploaded,
} from './testing/given-batch.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

let offices = 4000;
const published = (batchId: string, versionNumber = 1) =>
  database.owner.query(`update extracts.batch set state = 'published', version_number = $2 where id = $1`, [
    batchId,
    versionNumber,
  ]);

/** Each test has an office of its own; the sample files are of PGD 004820, so their codes are changed to the office's. */
const freshOffice = async () => {
  await database.owner.query(`update registry.office set bank_code = $1 where bank_code = '004820'`, [
    `00${++offices}`,
  ]);
  return givenOffice(database);
};

const CASES: readonly BankFilesWanted[] = [
  { loans: 1600, hasDirt: true },
  { loans: 1600, date: '2026-09-30' },
  { loans: 400, hasDirt: true, seed: 7 },
  { loans: 900, hasDirt: true, seed: 99, communes: 6, date: '2025-02-28' },
  { loans: 60, seed: 3, communes: 2 },
  { loans: 150, seed: 41, communes: 1, date: '2024-05-31' },
];

describe('a month of the bank equals its truth', () => {
  it.each(CASES)(
    '[EX17] [EX18] [EX20] [D1] [D2] [D3] [D4] [D8] [D10] [D11] [D12] [D14] rows, sums and faults, read and staged: %o',
    async (wanted) => {
      const { files, truth } = bankFiles(wanted);
      const batch = await givenBatch(await freshOffice(), files);
      expect(batch.blocking).toEqual([]);
      expect(batch).toMatchObject({ state: 'ready', dataDate: wanted.date ?? '2026-10-31' });
      const { office } = truth;
      expect(batch.summary).toMatchObject({
        rows: { read: truth.rows_written, loans: office.loans, counter: truth.faults.savings_only_rows },
        ...{ customers: office.customers, groups: office.groups, outstandingVnd: BigInt(office.outstanding) },
        ...{
          inTermVnd: BigInt(office.in_term),
          overdueVnd: BigInt(office.overdue),
          frozenVnd: BigInt(office.frozen),
        },
        savings: { balanceVnd: BigInt(truth.savings) },
      });
      const perCommune = (batch.summary?.communes ?? []).map((one) => [
        one.code,
        one.loans,
        one.outstandingVnd,
      ]);
      expect(perCommune).toEqual(
        Object.entries(truth.commune).map(([code, one]) => [code, one.loans, BigInt(one.outstanding)]),
      );
      const counts = new Map<string, number | null>(batch.faults.map((fault) => [fault.code, fault.count]));
      expect({
        ...{
          duplicate_rows: counts.get('D1'),
          savings_only_rows: counts.get('D2'),
          closed_rows: counts.get('D3'),
        },
        ...{ lost_zero_rows: counts.get('D4'), lost_grades: counts.get('D8') },
        ...{ extension_without_date: counts.get('D10'), village_without_name: counts.get('D11') },
        ...{ direct_loans: counts.get('D12'), blank_phones: counts.get('D14') },
      }).toEqual(truth.faults);
      const { rows } = await database.owner.query(
        `select count(*)::int as loans, sum(outstanding_vnd) as outstanding, sum(overdue_vnd) as overdue
         from extracts.staged_loan where batch_id = $1 and outstanding_vnd > 0`,
        [batch.batchId],
      );
      expect(rows[0]).toEqual({
        ...{ loans: office.loans, outstanding: BigInt(office.outstanding), overdue: BigInt(office.overdue) },
      });
    },
  );
});

describe('a batch', () => {
  const dirty = bankFiles({ loans: 400, hasDirt: true });
  const clean = bankFiles({ loans: 120, communes: 2 });

  it('[EX20] [D13] each count opens its rows, and all can be downloaded; what reading does not look for has no count', async () => {
    const office = await freshOffice();
    const batch = await givenBatch(office, dirty.files);
    expect(batch.faults.filter(({ count }) => count === null).map(({ code }) => code)).toEqual(['D13']);
    for (const { code, count } of batch.faults) {
      const page = await runQuestion(office.platform, { caller: office.officer }, (context) =>
        listFaults({ batchId: batch.batchId, code, after: 0 }, context),
      );
      expect(isRefusal(page) ? page : page.rows.length, code).toBe(Math.min(count ?? 0, 200));
    }
    const found = await runQuestion(office.platform, { caller: office.officer }, ({ tx }) =>
      allFaults(tx, batch.batchId),
    );
    const all = batch.faults.flatMap((fault) => fault.kinds).reduce((sum, kind) => sum + kind.count, 0);
    expect(isRefusal(found) ? found : found.rows.length).toBe(all);
  });

  it('[EX19] a file dropped twice is read once and shown as the repetition it is', async () => {
    const report = fileNamed(clean.files, 'bao-cao-31');
    const batch = await givenBatch(await freshOffice(), [
      ...clean.files,
      { ...report, name: '../Bao cao 31 (1).xlsx' },
    ]);
    expect(batch.state).toBe('ready');
    expect(batch.files.at(-1)).toMatchObject({
      name: 'Bao cao 31 (1).xlsx',
      state: 'duplicate',
      duplicateOf: report.name,
    });
  });

  it('[EX19] what is published as it is, is refused; after undo it is not', async () => {
    const office = await freshOffice();
    const batch = await givenBatch(office, clean.files);
    const setState = (state: string) =>
      database.owner.query('update extracts.batch set state = $1 where id = $2', [state, batch.batchId]);
    await setState('published');
    const again = await givenBatch(office, clean.files);
    expect(again.state).toBe('refused');
    expect(again.blocking.map((one) => one.code)).toEqual(['alreadyPublished']);
    await setState('undone');
    expect((await givenBatch(office, clean.files)).state).toBe('ready');
  });

  it('[EX19] files of which one was set aside are known again; what was only set aside is not published', async () => {
    const office = await freshOffice();
    const unknown = await changedFile(fileNamed(clean.files, 'bao-cao-31'), (rows) => {
      for (const [number, cells] of rows)
        for (const i of cells.keys()) cells[i] = number === 1 ? 'Bảng riêng' : `Ô ${number}.${i}`;
    });
    const files = [...clean.files, { ...unknown, name: 'rieng.xlsx' }];
    const batch = await givenBatch(office, files);
    expect(batch.files.at(-1)).toMatchObject({ state: 'set_aside' });
    await published(batch.batchId);
    expect((await givenBatch(office, files)).blocking.map((one) => one.code)).toEqual(['alreadyPublished']);
    const alone = await givenBatch(office, files.slice(-1));
    expect(alone.blocking.map((one) => one.code)).not.toContain('alreadyPublished');
  });

  it('[EX19] what stands decides which files are published, also where an older batch was published last', async () => {
    const office = await freshOffice();
    const others = bankFiles({ loans: 120, communes: 2, seed: 5 });
    const older = await givenBatch(office, clean.files);
    const newer = await givenBatch(office, others.files);
    await published(newer.batchId, 1);
    await published(older.batchId, 2);
    expect((await givenBatch(office, others.files)).state).toBe('ready');
    expect((await givenBatch(office, clean.files)).blocking.map((one) => one.code)).toEqual([
      'alreadyPublished',
    ]);
  });

  it('[EX9] an office outside the scope is refused, and nothing is staged', async () => {
    await freshOffice();
    const other = await givenOffice(database, '004999');
    const batch = await givenBatch(other, clean.files);
    expect(batch.blocking.map((one) => one.code)).toEqual(['officeOutsideScope']);
    expect(batch.blocking[0]?.text).toContain('bao-cao-31');
    const { rows } = await database.owner.query('select 1 from extracts.staged_loan where batch_id = $1', [
      batch.batchId,
    ]);
    expect(rows).toEqual([]);
    await database.owner.query(`delete from registry.office where bank_code = '004999'`);
  });

  it('[EX9] a commune that another office serves is refused', async () => {
    const office = await freshOffice();
    const other = await givenOffice(database, '004998');
    const communeId = office.platform.newId();
    await database.owner.query(
      `insert into registry.area (id, kind, bank_code, name, valid_from) values ($1, 'commune', '540101', 'Xã Bình Ngọc', '2020-01-01')`,
      [communeId],
    );
    await database.owner.query(`insert into registry.office_commune values ($1, $2, '2020-01-01')`, [
      other.officeId,
      communeId,
    ]);
    const batch = await givenBatch(office, clean.files);
    expect(batch.blocking.map((one) => one.code)).toEqual(['communeOfAnotherOffice']);
    await database.owner.query('delete from registry.office_commune where commune_id = $1', [communeId]);
    expect((await givenBatch(office, clean.files)).state).toBe('ready');
    await database.owner.query('delete from registry.area where id = $1', [communeId]);
  });

  it('[EX9] the system brings in an office that nobody knows, a person does not', async () => {
    const office = await freshOffice();
    await database.owner.query('delete from registry.office where id = $1', [office.officeId]);
    const found = await runQuestion(office.platform, { caller: systemOf(office.officeId) }, ({ tx, newId }) =>
      officeForFiles(
        tx,
        clean.files.map((file) => file.content),
        newId,
      ),
    );
    expect(found).toMatchObject({ code: '004820', isNew: true });
    const batch = await givenBatch(office, clean.files, systemOf(office.officeId));
    expect(batch).toMatchObject({ state: 'ready', summary: { office: { code: '004820', isNew: true } } });
    expect((await givenBatch(office, clean.files)).blocking[0]?.code).toBe('officeOutsideScope');
  });

  it('[EX11] asks about a column of dates once, and reads with the answer', async () => {
    const office = await freshOffice();
    const frozen = await changedFile(fileNamed(dirty.files, 'no-khoanh'), (rows) => {
      for (const [number, cells] of rows) {
        if (number < 6 || cells[columnOf(rows, 'Số khế ước')] === undefined) continue;
        cells[columnOf(rows, 'Ngày hiệu lực')] = '05/03/2026';
        cells[columnOf(rows, 'Ngày hết hạn khoanh')] = '11/05/2029';
      }
    });
    const batch = await givenBatch(office, [fileNamed(dirty.files, 'bao-cao-31'), frozen]);
    expect(batch.state).toBe('question');
    expect(batch.questions.map((question) => question.column)).toEqual([
      'Ngày hiệu lực',
      'Ngày hết hạn khoanh',
    ]);
    const { batchId } = batch;
    const answers = batch.questions.map(({ fileId, column }) => ({
      fileId,
      column,
      format: 'vietnamese' as const,
    }));
    const half = await runAs(office, office.officer, (context) =>
      answerQuestions({ batchId, answers: answers.slice(0, 1) }, context),
    );
    expect(isRefusal(half) && half.refused).toBe('answersIncomplete');
    await runAs(office, office.officer, (context) => answerQuestions({ batchId, answers }, context));
    await readBatch(office.platform, { caller: office.officer, batchId });
    expect(await shownBatch(office, batchId)).toMatchObject({ state: 'ready', questions: [] });
    const { rows } = await database.owner.query(
      'select distinct frozen_on, ends_on from extracts.staged_freeze where batch_id = $1',
      [batchId],
    );
    expect(rows).toEqual([{ frozen_on: '2026-03-05', ends_on: '2029-05-11' }]);
  });

  it('[EX9] files added later are read with the first ones', async () => {
    const office = await freshOffice();
    const [report, others] = [
      fileNamed(clean.files, 'bao-cao-31'),
      clean.files.filter((file) => !file.name.startsWith('bao-cao')),
    ];
    const batch = await givenBatch(office, others);
    expect(batch).toMatchObject({ state: 'refused', summary: null });
    const { batchId } = batch;
    for (const file of [report, { ...report, name: 'lai.xlsx' }]) {
      await runAs(office, office.officer, (context) =>
        addFiles({ batchId }, { ...context, files: uploaded([file]) }),
      );
      await readBatch(office.platform, { caller: office.officer, batchId });
    }
    expect(await shownBatch(office, batchId)).toMatchObject({
      state: 'ready',
      summary: { rows: { read: clean.truth.rows_written } },
    });
  });

  it('[EX9] discarded leaves nothing behind; published stays', async () => {
    const office = await freshOffice();
    const { batchId } = await givenBatch(office, clean.files);
    const discard = () => runAs(office, office.officer, (context) => discardBatch({ batchId }, context));
    await database.owner.query(`update extracts.batch set state = 'published' where id = $1`, [batchId]);
    expect(await discard()).toMatchObject({ refused: 'batchPublished' });
    await database.owner.query(`update extracts.batch set state = 'ready' where id = $1`, [batchId]);
    expect(await discard()).toEqual({ state: 'discarded' });
    for (const table of [
      'staged_loan',
      'staged_person',
      'staged_area',
      'fault',
      'control_total',
      'file_piece',
    ]) {
      const { rows } = await database.owner.query(
        `select 1 from extracts.${table} where batch_id = $1 limit 1`,
        [batchId],
      );
      expect(rows, table).toEqual([]);
    }
    const listed = await runQuestion(office.platform, { caller: office.officer }, (context) =>
      listBatches({}, context),
    );
    expect(listed).toEqual({ batches: [], next: null });
  });

  it('[EX9] of another office is not there', async () => {
    const office = await freshOffice();
    const { batchId } = await givenBatch(office, clean.files);
    const stranger = callerOf(office.platform, 'creditOfficer', { officeIds: [office.platform.newId()] });
    await expect(shownBatch(office, batchId, stranger)).rejects.toThrow('notFound');
  });

  it('[EX9] without files, or for an office that is not the caller’s, is not begun', async () => {
    const office = await freshOffice();
    const create = (officeId = office.officeId) =>
      runAs(office, office.officer, (context) =>
        createBatch({ officeId }, { ...context, files: uploaded([]) }),
      );
    expect(await create()).toMatchObject({ refused: 'noFiles' });
    expect(await create(office.platform.newId())).toMatchObject({ refused: 'officeUnclear' });
  });
});
