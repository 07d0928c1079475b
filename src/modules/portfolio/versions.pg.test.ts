import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { listDataDates } from './list-data-dates.ts';
import { listLoans } from './list-loans.ts';
import { previewImport } from './preview-import.ts';
import { publishImport } from './publish-import.ts';
import { showCommuneMonth } from './show-commune-month.ts';
import { showOfficeMonth } from './show-office-month.ts';
import { showSummary } from './show-summary.ts';
import { ask, command, givenOffice, officer, publish, type TestOffice } from './testing/given-office.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { readTruth } from './testing/truth.ts';
import { undoImport } from './undo-import.ts';

const here = (name: string) => fileURLToPath(new URL(`./testing/extracts/${name}`, import.meta.url));
const FOLDER = here('clean');
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');
const septemberVnd = BigInt(readTruth(FOLDER, SEPTEMBER).office.outstanding);
const octoberVnd = BigInt(readTruth(FOLDER, OCTOBER).office.outstanding);

let database: TestDatabase;
let office: TestOffice;
beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
  office = await givenOffice(database);
});
afterAll(() => database.close());

async function answer<T>(
  handler: (context: HandlerContext) => Promise<T | Refusal>,
  caller?: Caller,
): Promise<T> {
  const outcome = await ask(office, caller ?? (await officer(office)), handler);
  if (isRefusal(outcome)) throw new Error(`${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}
const publishDate = (dataDate: BusinessDate, onlyCommunes?: readonly string[]) =>
  publish(office, { folder: FOLDER, dataDate, ...(onlyCommunes ? { onlyCommunes } : {}) });
const undo = async (dataDate: BusinessDate) =>
  command(office, await officer(office), (context) => undoImport({ dataDate }, context));
const total = async (dataDate: BusinessDate) =>
  (await answer((context) => showSummary({ dataDate }, context))).rows[0]?.now.outstandingVnd;
const dates = async () => (await answer((context) => listDataDates({}, context))).dataDates;
async function rowCounts() {
  const tables = [
    'position',
    'cube',
    'figure',
    'list_entry',
    'publication',
    'data_version',
    'office_figure',
    'saving',
  ];
  const counts = tables.map((table) => `(select count(*)::int from portfolio.${table}) as ${table}`);
  return (
    await database.owner.query(
      `select ${counts.join(', ')}, (select count(*)::int from registry.person) as person`,
    )
  ).rows[0];
}

describe('publishing', () => {
  it('[PF1] a date is published with its audit entry and its news', async () => {
    const { outcome, communes } = await publishDate(OCTOBER);
    expect(outcome).toMatchObject({
      dataDate: OCTOBER,
      versionNumber: 1,
      communes: 4,
      outstandingVnd: octoberVnd,
    });
    const audit = await database.owner.query('select distinct commune_id from platform.audit_entry');
    expect(audit.rows.map((row) => row.commune_id).sort()).toEqual([...communes.values()].sort());
    const { rows } = await database.owner.query(
      `select payload from platform.outbox where name = 'portfolio.dataDatePublished'`,
    );
    expect(rows[0]?.payload).toMatchObject({ dataDate: OCTOBER, officeId: office.officeId });
  });

  it('[PF2] the same date again is a new version; what is shown is the new one, the old one is kept', async () => {
    await publishDate(OCTOBER);
    const positions = (await rowCounts()).position;
    const { outcome } = await publishDate(OCTOBER);
    expect(outcome).toMatchObject({ versionNumber: 2 });
    expect((await rowCounts()).position).toBe(2 * positions);
    expect(await total(OCTOBER)).toBe(octoberVnd);
  });

  it('[PF1] a customer with loans in two communes is one customer of the office', async () => {
    const { batchId, communes } = await stageExtracts(database.owner, {
      folder: FOLDER,
      dataDate: OCTOBER,
      officeId: office.officeId,
    });
    const [here, there] = [communes.get('540101'), communes.get('540102')];
    await database.owner.query(
      `update extracts.staged_loan set customer_code = (
         select min(customer_code) from extracts.staged_loan where commune_id = $1 and batch_id = $3 and outstanding_vnd > 0)
       where batch_id = $3 and contract_no = (
         select min(contract_no) from extracts.staged_loan loan where commune_id = $2 and batch_id = $3 and outstanding_vnd > 0
           and not exists (select from extracts.staged_loan other where other.batch_id = $3
             and other.customer_code = loan.customer_code and other.contract_no <> loan.contract_no))`,
      [here, there, batchId],
    );
    await command(office, await officer(office), (context) => publishImport({ batchId }, context));
    const { rows } = await answer((context) => showSummary({ dataDate: OCTOBER }, context));
    expect(rows[0]?.now.customers).toBe(readTruth(FOLDER, OCTOBER).office.customers - 1);
    const commune = await answer((context) =>
      showSummary({ dataDate: OCTOBER, communeId: there as Id }, context),
    );
    expect(commune.rows[0]?.now.customers).toBe(readTruth(FOLDER, OCTOBER).commune['540102']?.customers);
  });

  it('[PF4] a defect in the middle leaves nothing behind', async () => {
    await publishDate(SEPTEMBER);
    const before = await rowCounts();
    const { batchId } = await stageExtracts(database.owner, {
      folder: FOLDER,
      dataDate: OCTOBER,
      officeId: office.officeId,
    });
    // The roll-ups of October are made to fail, after people and positions have been written.
    await database.owner.query(
      'alter table portfolio.figure add constraint broken check (data_date < $$2026-10-01$$)',
    );
    const caller = await officer(office);
    await expect(command(office, caller, (context) => publishImport({ batchId }, context))).rejects.toThrow(
      /broken/,
    );
    expect(await rowCounts()).toEqual(before);
    expect((await dates()).map((row) => row.dataDate)).toEqual([SEPTEMBER]);
  });

  it('[PF5] loans whose parts do not add up block the batch, and are named', async () => {
    const { batchId } = await stageExtracts(database.owner, {
      folder: FOLDER,
      dataDate: OCTOBER,
      officeId: office.officeId,
    });
    const { rows } = await database.owner.query(
      `update extracts.staged_loan set in_term_vnd = in_term_vnd + 1 where contract_no = (
         select min(contract_no) from extracts.staged_loan where batch_id = $1) returning contract_no`,
      [batchId],
    );
    const preview = await answer((context) => previewImport({ batchId }, context));
    expect(preview.blocking).toMatchObject([
      { code: 'partsDoNotAddUp', count: 1, examples: [rows[0].contract_no] },
    ]);
    const outcome = await command(office, await officer(office), (context) =>
      publishImport({ batchId }, context),
    );
    expect(outcome).toMatchObject({ refused: 'batchBlocked' });
  });

  it('[PF5] a batch is published once', async () => {
    const { batchId } = await publishDate(OCTOBER);
    const again = await command(office, await officer(office), (context) =>
      publishImport({ batchId }, context),
    );
    expect(again).toMatchObject({ refused: 'batchNotReady' });
  });

  it('[PF3] an older date may come after a newer one; each is compared with the published date before it', async () => {
    await publishDate(OCTOBER);
    const alone = await answer((context) => showSummary({ dataDate: OCTOBER }, context));
    expect(alone.comparedDate).toBeNull();
    await publishDate(SEPTEMBER);
    const { comparedDate, rows } = await answer((context) => showSummary({ dataDate: OCTOBER }, context));
    expect(comparedDate).toBe(SEPTEMBER);
    expect(rows[0]?.compared?.before?.outstandingVnd).toBe(septemberVnd);
    expect((await dates()).map((row) => row.dataDate)).toEqual([OCTOBER, SEPTEMBER]);
  });

  it('[PF3] a commune that is not in the files is missing, not zero', async () => {
    await publishDate(SEPTEMBER);
    const { communes } = await publishDate(OCTOBER, ['540101', '540102', '540103']);
    const [newest] = await dates();
    expect(newest).toMatchObject({
      dataDate: OCTOBER,
      communes: 3,
      missingCommunes: [{ name: 'Phường Phú Lâm' }],
    });
    expect([...communes.keys()]).not.toContain('540104');
    const { communes: shown } = await answer((context) => showOfficeMonth({ dataDate: OCTOBER }, context));
    const missing = shown.find((commune) => commune.communeCode === '540104');
    expect(missing).toMatchObject({ now: null, versionNumber: null });
    expect(missing?.before?.loans).toBeGreaterThan(0);
    const communeId = missing?.communeId as Id;
    const month = await answer((context) => showCommuneMonth({ communeId, dataDate: OCTOBER }, context));
    expect(month).toMatchObject({ now: null, comparedDate: SEPTEMBER, dueBySession: [], source: null });
    expect(month.series.at(-1)).toMatchObject({ month: '2026-10', arrearsBps: null });
    const { about } = await answer((context) => listLoans({ dataDate: OCTOBER }, context));
    expect(about.place).toMatch(/, PGD Tuy Hòa \(dữ liệu mẫu\); chưa có số liệu Phường Phú Lâm$/);
  });

  it('[PF3] the office is compared over the communes both dates have, and a date without all of them is a gap', async () => {
    await publishDate(SEPTEMBER);
    const present = ['540101', '540102', '540103'];
    const { communes } = await publishDate(OCTOBER, present);
    const sumOf = (dataDate: BusinessDate) =>
      present.reduce(
        (sum, code) => sum + BigInt(readTruth(FOLDER, dataDate).commune[code]?.outstanding ?? 0),
        0n,
      );
    const page = await answer((context) => showOfficeMonth({ dataDate: OCTOBER }, context));
    expect(page.compared).toMatchObject({
      communes: 3,
      now: { outstandingVnd: sumOf(OCTOBER) },
      before: { outstandingVnd: sumOf(SEPTEMBER) },
    });
    expect(page.now?.outstandingVnd).toBe(sumOf(OCTOBER));
    const [september, october] = page.series.slice(-2);
    expect(september?.arrearsBps).not.toBeNull();
    expect(october).toMatchObject({ month: '2026-10', arrearsBps: null, outstandingVnd: null });
    const communeId = communes.get('540101') as Id;
    const month = await answer((context) => showCommuneMonth({ communeId, dataDate: OCTOBER }, context));
    expect(month.office).toBeNull();
    expect(month.series.slice(-2).map((point) => point.officeArrearsBps === null)).toEqual([false, true]);
  });

  it('[PF3] a commune that is missing from the newest date shows the newest it has, and says which is newer', async () => {
    await publishDate(SEPTEMBER);
    await publishDate(OCTOBER, ['540101', '540102', '540103']);
    const { communes } = await answer((context) => showOfficeMonth({}, context));
    const communeId = communes.find((commune) => commune.communeCode === '540104')?.communeId as Id;
    const month = await answer((context) => showCommuneMonth({ communeId }, context));
    expect(month).toMatchObject({
      dataDate: SEPTEMBER,
      figuresDate: SEPTEMBER,
      dataDates: [OCTOBER, SEPTEMBER],
    });
    expect(month.now?.loans).toBe(readTruth(FOLDER, SEPTEMBER).commune['540104']?.loans);
    const asked = await answer((context) => showCommuneMonth({ communeId, dataDate: OCTOBER }, context));
    expect(asked).toMatchObject({ dataDate: OCTOBER, figuresDate: SEPTEMBER, now: null });
  });

  it('[PF3] a summary of some communes is compared with the same communes, or with nothing', async () => {
    await publishDate(SEPTEMBER, ['540101', '540102']);
    await publishDate(OCTOBER, ['540102', '540103']);
    const truthOf = (dataDate: BusinessDate) => readTruth(FOLDER, dataDate).commune['540102'];
    const summary = await answer((context) => showSummary({ dataDate: OCTOBER }, context));
    expect(summary).toMatchObject({ comparedDate: SEPTEMBER, comparedCommunes: 1 });
    expect(summary.rows[0]?.now.loans).toBeGreaterThan(truthOf(OCTOBER)?.loans ?? 0);
    expect(summary.rows[0]?.compared).toMatchObject({
      now: { loans: truthOf(OCTOBER)?.loans, outstandingVnd: BigInt(truthOf(OCTOBER)?.outstanding ?? 0) },
      before: {
        loans: truthOf(SEPTEMBER)?.loans,
        outstandingVnd: BigInt(truthOf(SEPTEMBER)?.outstanding ?? 0),
      },
    });
    const byProgramme = await answer((context) =>
      showSummary({ dataDate: OCTOBER, dimension: 'programme' }, context),
    );
    const loans = byProgramme.rows.reduce((sum, row) => sum + (row.compared?.now.loans ?? 0), 0);
    expect(loans).toBe(truthOf(OCTOBER)?.loans);
  });

  it('[PF3] a summary whose dates share no commune has no comparison', async () => {
    await publishDate(SEPTEMBER, ['540101']);
    await publishDate(OCTOBER, ['540102']);
    const summary = await answer((context) => showSummary({ dataDate: OCTOBER }, context));
    expect(summary).toMatchObject({ comparedDate: null, comparedCommunes: 0, rows: [{ compared: null }] });
  });

  it('[PF3] an office that both dates have whole is compared by its own figures', async () => {
    await publishDate(SEPTEMBER);
    await publishDate(OCTOBER);
    const page = await answer((context) => showOfficeMonth({ dataDate: OCTOBER }, context));
    expect(page.compared).toMatchObject({
      communes: 4,
      now: { outstandingVnd: octoberVnd },
      before: { outstandingVnd: septemberVnd },
    });
    expect(page.series.at(-1)?.arrearsBps).toBe(page.now?.arrearsBps);
  });

  it('[PF3] a commune that is not in a second version keeps the first', async () => {
    await publishDate(OCTOBER);
    await publishDate(OCTOBER, ['540101']);
    expect(await total(OCTOBER)).toBe(octoberVnd);
    const { communes } = await answer((context) => showOfficeMonth({ dataDate: OCTOBER }, context));
    expect(communes.map((commune) => commune.versionNumber)).toEqual([2, 1, 1, 1]);
  });
});

describe('undoing', () => {
  it('[PF6] the only version of a date: nothing is shown again, people of that date are gone from view', async () => {
    await publishDate(SEPTEMBER);
    await publishDate(OCTOBER);
    expect(await undo(OCTOBER)).toMatchObject({ undoneVersionNumber: 1, versionNumber: null });
    expect((await dates()).map((row) => row.dataDate)).toEqual([SEPTEMBER]);
    expect(await total(SEPTEMBER)).toBe(septemberVnd);
    const figures = await database.owner.query(
      'select count(*)::int as n from portfolio.office_figure where data_date = $1',
      [OCTOBER],
    );
    expect(figures.rows[0].n).toBe(0);
  });

  it('[PF6] the second version of a date: the first is shown again, for each commune its own', async () => {
    await publishDate(OCTOBER);
    await publishDate(OCTOBER, ['540101']);
    expect(await undo(OCTOBER)).toMatchObject({ undoneVersionNumber: 2, versionNumber: 1 });
    const { communes } = await answer((context) => showOfficeMonth({ dataDate: OCTOBER }, context));
    expect(communes.map((commune) => commune.versionNumber)).toEqual([1, 1, 1, 1]);
    expect(await total(OCTOBER)).toBe(octoberVnd);
    const third = await publishDate(OCTOBER);
    expect(third.outcome).toMatchObject({ versionNumber: 3 });
  });

  it('[PF6] refused once a later date was published after it; not where the later one came first', async () => {
    await publishDate(SEPTEMBER);
    office.clock.moveTo('2026-11-03T02:00:00Z');
    await publishDate(OCTOBER);
    expect(await undo(SEPTEMBER)).toMatchObject({
      refused: 'laterDatePublished',
      data: { later: '31/10/2026' },
    });
    expect((await dates()).map((row) => row.canUndo)).toEqual([true, false]);
    office.clock.moveTo('2026-11-03T03:00:00Z');
    await publishDate(SEPTEMBER);
    expect(await undo(SEPTEMBER)).toMatchObject({ undoneVersionNumber: 2, versionNumber: 1 });
  });

  it('[PF6] nothing to undo is said', async () => {
    expect(await undo(OCTOBER)).toMatchObject({ refused: 'nothingToUndo' });
  });
});
