import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { drainJobs } from '../../platform/jobs/run-job.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { previewImport } from './preview-import.ts';
import { publishBatchJob } from './publish-batch-job.ts';
import { publishImport } from './publish-import.ts';
import { startPublishing } from './start-publishing.ts';
import { ask, command, givenOffice, officer, publish, type TestOffice } from './testing/given-office.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { undoImport } from './undo-import.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let office: TestOffice;
beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
  office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: SEPTEMBER });
});
afterAll(() => database.close());

const undo = async (dataDate: BusinessDate, versionNumber?: number) =>
  command(office, await officer(office), (context) => undoImport({ dataDate, versionNumber }, context));
const publishAs = async (asked: { batchId: Id; basis: string }) =>
  command(office, await officer(office), (context) => publishImport(asked, context));
const start = async (asked: { batchId: Id; basis: string }) =>
  command(office, await officer(office), (context) => startPublishing(asked, context));

/** October as a person has looked at it before pressing the button. */
async function lookedAt(): Promise<{ batchId: Id; basis: string }> {
  const { batchId } = await stageExtracts(database.owner, {
    ...{ folder: FOLDER, dataDate: OCTOBER, officeId: office.officeId },
  });
  const preview = await ask(office, await officer(office), (context) => previewImport({ batchId }, context));
  if (isRefusal(preview)) throw new Error(preview.refused);
  return { batchId, basis: preview.basis };
}

describe('publishing what was looked at', () => {
  it('[PF87] is done while the book stands as the preview had it', async () => {
    expect(await publishAs(await lookedAt())).toMatchObject({ dataDate: OCTOBER, versionNumber: 1 });
  });

  it('[PF87] is refused once the date it was compared with is undone, also at the start of the job', async () => {
    const asked = await lookedAt();
    await undo(SEPTEMBER);
    const refusal = { refused: 'previewStale', data: { date: '31/10/2026' } };
    expect(await start(asked)).toMatchObject(refusal);
    expect(await publishAs(asked)).toMatchObject(refusal);
  });

  it('[PF87] is refused once the date itself, or the one before, has another version', async () => {
    const asked = await lookedAt();
    await publish(office, { folder: FOLDER, dataDate: SEPTEMBER });
    expect(await publishAs(asked)).toMatchObject({ refused: 'previewStale' });
    const again = await lookedAt();
    await publish(office, { folder: FOLDER, dataDate: OCTOBER });
    expect(await publishAs(again)).toMatchObject({ refused: 'previewStale' });
  });

  it('[PF87] is refused by the job where the book changed while it waited', async () => {
    const started = await start(await lookedAt());
    if (isRefusal(started)) throw new Error(started.refused);
    await undo(SEPTEMBER);
    await drainJobs({
      ...testPlatform(database.app),
      platform: office.platform,
      handlers: [publishBatchJob],
    });
    const { rows } = await database.owner.query('select state, message from platform.job where id = $1', [
      started.jobId,
    ]);
    expect(rows).toMatchObject([{ state: 'failed', message: expect.stringMatching(/^Sổ đã thay đổi/) }]);
  });
});

describe('undoing from a page that was left open', () => {
  it('[PF6] is refused where another version stands by now, and where none does', async () => {
    await publish(office, { folder: FOLDER, dataDate: OCTOBER });
    await publish(office, { folder: FOLDER, dataDate: OCTOBER });
    expect(await undo(OCTOBER, 2)).toMatchObject({ undoneVersionNumber: 2, versionNumber: 1 });
    expect(await undo(OCTOBER, 2)).toMatchObject({ refused: 'otherVersionStands', data: { number: 1 } });
    expect(await undo(OCTOBER, 1)).toMatchObject({ undoneVersionNumber: 1, versionNumber: null });
    expect(await undo(OCTOBER, 1)).toMatchObject({ refused: 'nothingToUndo' });
  });
});
