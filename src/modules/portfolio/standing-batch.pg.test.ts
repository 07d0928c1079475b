import { beforeEach, expect, it } from 'vitest';
import type { BusinessDate } from '../../kernel/dates.ts';
import { publishImport } from './publish-import.ts';
import { command, officer, publish, type TestOffice } from './testing/given-office.ts';
import { CLEAN, OCTOBER, officeOfEachTest, SEPTEMBER } from './testing/office-of-each-test.ts';
import { stageExtracts } from './testing/stage-extracts.ts';

let office: TestOffice;
const theOffice = officeOfEachTest();
beforeEach(async () => {
  office = theOffice();
});

const publishDate = (dataDate: BusinessDate) => publish(office, { folder: CLEAN, dataDate });
const staged = (dataDate: BusinessDate) =>
  stageExtracts(office.database.owner, { folder: CLEAN, dataDate, officeId: office.officeId });

it('[PF2] [EX19] a batch knows the number it was published under, whichever was received first', async () => {
  await publishDate(SEPTEMBER);
  const [first, second] = [await staged(OCTOBER), await staged(OCTOBER)];
  for (const { batchId } of [second, first])
    await command(office, await officer(office), (context) => publishImport({ batchId }, context));
  const { rows } = await office.database.owner.query(
    'select id, version_number as number from extracts.batch where data_date = $1 order by 2',
    [OCTOBER],
  );
  expect(rows).toEqual([
    { id: second.batchId, number: 1 },
    { id: first.batchId, number: 2 },
  ]);
});
