import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { publishImport } from './publish-import.ts';
import { command, givenOffice, officer, publish, type TestOffice } from './testing/given-office.ts';
import { stageExtracts } from './testing/stage-extracts.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let office: TestOffice;
beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
  office = await givenOffice(database);
});
afterAll(() => database.close());

const publishDate = (dataDate: BusinessDate) => publish(office, { folder: FOLDER, dataDate });
const staged = (dataDate: BusinessDate) =>
  stageExtracts(database.owner, { folder: FOLDER, dataDate, officeId: office.officeId });

it('[PF2] [EX19] a batch knows the number it was published under, whichever was received first', async () => {
  await publishDate(SEPTEMBER);
  const [first, second] = [await staged(OCTOBER), await staged(OCTOBER)];
  for (const { batchId } of [second, first])
    await command(office, await officer(office), (context) => publishImport({ batchId }, context));
  const { rows } = await database.owner.query(
    'select id, version_number as number from extracts.batch where data_date = $1 order by 2',
    [OCTOBER],
  );
  expect(rows).toEqual([
    { id: second.batchId, number: 1 },
    { id: first.batchId, number: 2 },
  ]);
});
