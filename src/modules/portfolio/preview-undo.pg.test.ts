import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { previewImport } from './preview-import.ts';
import { previewUndo } from './preview-undo.ts';
import { startPublishing } from './start-publishing.ts';
import { ask, command, givenOffice, officer, publish, type TestOffice } from './testing/given-office.ts';
import { nextId, stageExtracts } from './testing/stage-extracts.ts';
import { readTruth } from './testing/truth.ts';
import { undoImport } from './undo-import.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');
const { office: truth, commune: truthOf } = readTruth(FOLDER, OCTOBER);

let database: TestDatabase;
let office: TestOffice;
beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
  office = await givenOffice(database);
});
afterAll(() => database.close());

const publishDate = (dataDate: BusinessDate, onlyCommunes?: readonly string[]) =>
  publish(office, { folder: FOLDER, dataDate, ...(onlyCommunes ? { onlyCommunes } : {}) });
const preview = async (dataDate: BusinessDate) =>
  ask(office, await officer(office), (context) => previewUndo({ dataDate }, context));
const undo = async (dataDate: BusinessDate, versionNumber?: number) =>
  command(office, await officer(office), (context) =>
    undoImport({ dataDate, ...(versionNumber === undefined ? {} : { versionNumber }) }, context),
  );

describe('[PF6] what undoing would do', () => {
  it('names the loans that go, and the month before that stands then', async () => {
    await publishDate(SEPTEMBER);
    office.clock.moveTo('2026-11-03T02:00:00Z');
    await publishDate(OCTOBER);
    expect(await preview(OCTOBER)).toEqual({
      ...{ dataDate: OCTOBER, versionNumber: 1, loans: truth.loans, communes: 4 },
      ...{ before: null, newestDate: SEPTEMBER },
    });
    expect(await preview(SEPTEMBER)).toMatchObject({ refused: 'laterDatePublished' });
  });

  it('names the version before, of the communes that the newest is of', async () => {
    await publishDate(OCTOBER);
    await publishDate(OCTOBER, ['540101']);
    const loans = truthOf['540101']?.loans;
    expect(await preview(OCTOBER)).toMatchObject({
      ...{ versionNumber: 2, loans, communes: 1 },
      ...{ before: { versionNumber: 1, loans }, newestDate: OCTOBER },
    });
  });

  it('says where nothing would be left, and where nothing stands', async () => {
    await publishDate(OCTOBER);
    expect(await preview(OCTOBER)).toMatchObject({ before: null, newestDate: null });
    await undo(OCTOBER);
    expect(await preview(OCTOBER)).toMatchObject({ refused: 'nothingToUndo' });
  });

  it('a publication that was not the one looked at is not undone', async () => {
    await publishDate(OCTOBER);
    await publishDate(OCTOBER);
    expect(await undo(OCTOBER, 1)).toMatchObject({ refused: 'otherVersionStands', data: { number: 2 } });
    expect(await undo(OCTOBER, 2)).toMatchObject({ undoneVersionNumber: 2, versionNumber: 1 });
  });
});

it('[PF5] [RG2] areas that another batch has taken since block the batch before it is published', async () => {
  const { batchId } = await stageExtracts(database.owner, {
    ...{ folder: FOLDER, dataDate: OCTOBER, officeId: office.officeId },
  });
  await database.owner.query(
    `insert into registry.area (id, kind, bank_code, name, valid_from) values ($1, 'commune', '540101', 'Xã Đã Ghi', $2)`,
    [nextId(), OCTOBER],
  );
  const caller = await officer(office);
  expect(await ask(office, caller, (context) => previewImport({ batchId }, context))).toMatchObject({
    blocking: [{ code: 'areasTaken', count: 1, examples: ['540101'] }],
  });
  expect(await command(office, caller, (context) => startPublishing({ batchId }, context))).toMatchObject({
    refused: 'batchBlocked',
  });
});
