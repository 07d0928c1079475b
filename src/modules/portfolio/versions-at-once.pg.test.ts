import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessDate } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { waitsForLock } from '../../platform/testing/waits-for-lock.ts';
import { publishImport } from './publish-import.ts';
import { command, officer, publish, type TestOffice } from './testing/given-office.ts';
import { CLEAN, OCTOBER, officeOfEachTest, SEPTEMBER } from './testing/office-of-each-test.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { undoImport } from './undo-import.ts';

let office: TestOffice;
const theOffice = officeOfEachTest();
beforeEach(async () => {
  office = theOffice();
});

const publishDate = (dataDate: BusinessDate) => publish(office, { folder: CLEAN, dataDate });
const staged = (dataDate: BusinessDate) =>
  stageExtracts(office.database.owner, { folder: CLEAN, dataDate, officeId: office.officeId });
const undo = async (dataDate: BusinessDate) =>
  command(office, await officer(office), (context) => undoImport({ dataDate }, context));
const standing = async () =>
  (
    await office.database.owner.query(
      `select data_date as date, number from portfolio.data_version where state = 'published' order by 1`,
    )
  ).rows;

describe('publishing and undoing at once', () => {
  it('[PF2] two publications of a date at once are two versions, one after the other', async () => {
    await publishDate(SEPTEMBER);
    const batches = [await staged(OCTOBER), await staged(OCTOBER)];
    const caller = await officer(office);
    const outcomes = await Promise.all(
      batches.map(({ batchId }) => command(office, caller, (context) => publishImport({ batchId }, context))),
    );
    const numbers = outcomes.map((outcome) => (isRefusal(outcome) ? outcome.refused : outcome.versionNumber));
    expect(numbers.sort()).toEqual([1, 2]);
  });

  it('[PF6] an undo waits for a later date that is being published, and is refused then', async () => {
    await publishDate(SEPTEMBER);
    office.clock.moveTo('2026-11-03T02:00:00Z');
    const later = await staged(OCTOBER);
    const caller = await officer(office);
    let undoing: ReturnType<typeof undo> | undefined;
    await command(office, caller, (context) =>
      publishImport({ batchId: later.batchId }, context, async (step) => {
        if (step !== 'completeness') return;
        undoing = undo(SEPTEMBER);
        // Until it waits for the publication, or is through in spite of it.
        await Promise.race([undoing, waitsForLock(office.database.owner)]);
      }),
    );
    expect(await undoing).toMatchObject({ refused: 'laterDatePublished' });
    expect(await standing()).toEqual([
      { date: SEPTEMBER, number: 1 },
      { date: OCTOBER, number: 1 },
    ]);
  });

  it('[PF6] pressed twice at once undoes one version', async () => {
    await publishDate(OCTOBER);
    await publishDate(OCTOBER);
    const outcomes = await Promise.all([undo(OCTOBER), undo(OCTOBER)]);
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'nothingToUndo' }]);
    expect(await standing()).toEqual([{ date: OCTOBER, number: 1 }]);
  });
});
