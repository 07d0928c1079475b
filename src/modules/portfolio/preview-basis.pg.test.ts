import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { drainJobs } from '../../platform/jobs/run-job.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { previewImport } from './preview-import.ts';
import { publishBatchJob } from './publish-batch-job.ts';
import { publishImport } from './publish-import.ts';
import { startPublishing } from './start-publishing.ts';
import { ask, command, officer, publish, type TestOffice } from './testing/given-office.ts';
import { CLEAN, OCTOBER, officeOfEachTest, SEPTEMBER } from './testing/office-of-each-test.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { undoImport } from './undo-import.ts';

let office: TestOffice;
const theOffice = officeOfEachTest();
beforeEach(async () => {
  office = theOffice();
  await publish(office, { folder: CLEAN, dataDate: SEPTEMBER });
});

const undo = async (dataDate: BusinessDate, versionNumber?: number) =>
  command(office, await officer(office), (context) => undoImport({ dataDate, versionNumber }, context));
const publishAs = async (asked: { batchId: Id; basis: string }) =>
  command(office, await officer(office), (context) => publishImport(asked, context));
const start = async (asked: { batchId: Id; basis: string }) =>
  command(office, await officer(office), (context) => startPublishing(asked, context));

/** October as a person has looked at it before pressing the button. */
async function lookedAt(): Promise<{ batchId: Id; basis: string }> {
  const { batchId } = await stageExtracts(office.database.owner, {
    ...{ folder: CLEAN, dataDate: OCTOBER, officeId: office.officeId },
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
    await publish(office, { folder: CLEAN, dataDate: SEPTEMBER });
    expect(await publishAs(asked)).toMatchObject({ refused: 'previewStale' });
    const again = await lookedAt();
    await publish(office, { folder: CLEAN, dataDate: OCTOBER });
    expect(await publishAs(again)).toMatchObject({ refused: 'previewStale' });
  });

  it('[PF87] is refused by the job where the book changed while it waited', async () => {
    const started = await start(await lookedAt());
    if (isRefusal(started)) throw new Error(started.refused);
    await undo(SEPTEMBER);
    await drainJobs({
      ...testPlatform(office.database.app),
      platform: office.platform,
      handlers: [publishBatchJob],
    });
    const { rows } = await office.database.owner.query(
      'select state, message from platform.job where id = $1',
      [started.jobId],
    );
    expect(rows).toMatchObject([{ state: 'failed', message: expect.stringMatching(/^Sổ đã thay đổi/) }]);
  });
});

describe('undoing from a page that was left open', () => {
  it('[PF6] is refused where another version stands by now, and where none does', async () => {
    await publish(office, { folder: CLEAN, dataDate: OCTOBER });
    await publish(office, { folder: CLEAN, dataDate: OCTOBER });
    expect(await undo(OCTOBER, 2)).toMatchObject({ undoneVersionNumber: 2, versionNumber: 1 });
    expect(await undo(OCTOBER, 2)).toMatchObject({ refused: 'otherVersionStands', data: { number: 1 } });
    expect(await undo(OCTOBER, 1)).toMatchObject({ undoneVersionNumber: 1, versionNumber: null });
    expect(await undo(OCTOBER, 1)).toMatchObject({ refused: 'nothingToUndo' });
  });
});
