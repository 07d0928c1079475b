import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessDate } from '../../kernel/dates.ts';
import { previewImport } from './preview-import.ts';
import { previewUndo } from './preview-undo.ts';
import { startPublishing } from './start-publishing.ts';
import { ask, command, officer, publish, type TestOffice } from './testing/given-office.ts';
import { CLEAN, OCTOBER, officeOfEachTest, SEPTEMBER } from './testing/office-of-each-test.ts';
import { nextId, stageExtracts } from './testing/stage-extracts.ts';
import { readTruth } from './testing/truth.ts';
import { undoImport } from './undo-import.ts';

const { office: truth, commune: truthOf } = readTruth(CLEAN, OCTOBER);

let office: TestOffice;
const theOffice = officeOfEachTest();
beforeEach(async () => {
  office = theOffice();
});

const publishDate = (dataDate: BusinessDate, onlyCommunes?: readonly string[]) =>
  publish(office, { folder: CLEAN, dataDate, ...(onlyCommunes ? { onlyCommunes } : {}) });
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
  const { batchId } = await stageExtracts(office.database.owner, {
    ...{ folder: CLEAN, dataDate: OCTOBER, officeId: office.officeId },
  });
  await office.database.owner.query(
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
