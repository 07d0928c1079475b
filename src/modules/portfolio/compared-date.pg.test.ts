import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { listLoans } from './list-loans.ts';
import { previewImport } from './preview-import.ts';
import { publishImport } from './publish-import.ts';
import { showCommuneMonth } from './show-commune-month.ts';
import { showOfficeMonth } from './show-office-month.ts';
import { showSummary } from './show-summary.ts';
import { ask, command, givenOffice, officer, publish, type TestOffice } from './testing/given-office.ts';
import { stageExtracts } from './testing/stage-extracts.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const SEPTEMBER = day('2026-09-30');
const MID_OCTOBER = day('2026-10-15');
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: SEPTEMBER });
  await publish(office, { folder: FOLDER, dataDate: OCTOBER });
  await publishMidOctober();
}, 60_000);
afterAll(() => database.close());

const stageOctober = () =>
  stageExtracts(database.owner, { folder: FOLDER, dataDate: OCTOBER, officeId: office.officeId });

/** The rows of October under the date of a day within the month, as an office that exports early has them. */
async function publishMidOctober(): Promise<void> {
  const { batchId } = await stageOctober();
  await database.owner.query('update extracts.batch set data_date = $2 where id = $1', [
    batchId,
    MID_OCTOBER,
  ]);
  const outcome = await command(office, await officer(office), (context) =>
    publishImport({ batchId }, context),
  );
  if (isRefusal(outcome)) throw new Error(outcome.refused);
}

async function answer<T>(handler: (context: HandlerContext) => Promise<T | Refusal>): Promise<T> {
  const outcome = await ask(office, await officer(office), handler);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}

it.each([OCTOBER, MID_OCTOBER])('[PF86] every page holds %s against the month before', async (dataDate) => {
  const page = await answer((context) => showOfficeMonth({ dataDate }, context));
  expect(page.comparedDate).toBe(SEPTEMBER);
  expect(page.communes.map((commune) => commune.comparedDate)).toEqual(Array(4).fill(SEPTEMBER));
  expect(page.communes.every((commune) => commune.before !== null)).toBe(true);
  const communeId = page.communes[0]?.communeId as Id;
  const month = await answer((context) => showCommuneMonth({ communeId, dataDate }, context));
  const summary = await answer((context) => showSummary({ dataDate }, context));
  const list = await answer((context) => listLoans({ list: 'outstanding_changed', dataDate }, context));
  expect([month, summary, list].map((shown) => shown.comparedDate)).toEqual(Array(3).fill(SEPTEMBER));
});

it('[PF86] a month end read again is held against the month before, and its flows bridge the two', async () => {
  const { batchId } = await stageOctober();
  const preview = await answer((context) => previewImport({ batchId }, context));
  expect(preview).toMatchObject({ comparedDate: SEPTEMBER, versionNumber: 2 });
  expect(preview.communes.map((commune) => commune.differenceVnd)).toEqual([0n, 0n, 0n, 0n]);
});
