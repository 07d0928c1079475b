import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { waitsForLock } from '../../platform/testing/waits-for-lock.ts';
import { readAgain } from './read-again.ts';
import { readBatch } from './read-batch.ts';
import { bankFiles } from './testing/bank-files.ts';
import { givenBatch, givenOffice, runAs, shownBatch, type TestOffice } from './testing/given-batch.ts';

const { files } = bankFiles({ loans: 60, communes: 2 });

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await testDatabase();
  office = await givenOffice(database);
});
afterAll(() => database.close());

type Batch = Awaited<ReturnType<typeof shownBatch>>;

const again = async ({ batchId }: Batch) => {
  const outcome = await runAs(office, office.officer, (context) => readAgain({ batchId }, context));
  await readBatch(office.platform, { caller: office.officer, batchId });
  return outcome;
};
const setState = (state: string, { batchId }: Batch) =>
  database.owner.query(
    `update extracts.batch set state = $1, version_number = case $1 when 'published' then 1 end where id = $2`,
    [state, batchId],
  );
const codesOf = (batch: Batch) => batch.blocking.map(({ code }) => code);

it('[RG2] a batch whose areas another has taken since is read again, and has that one’s areas', async () => {
  const batch = await givenBatch(office, files);
  const areas = async () =>
    (
      await database.owner.query(
        `select bank_code, area_id from extracts.staged_area where batch_id = $1 and kind = 'commune' order by 1`,
        [batch.batchId],
      )
    ).rows;
  const [first] = await areas();
  const taken = office.platform.newId();
  await database.owner.query(
    `insert into registry.area (id, kind, bank_code, name, valid_from) values ($1, 'commune', $2, 'Xã Đã Ghi', '2026-10-31')`,
    [taken, first.bank_code],
  );
  expect(await again(batch)).toMatchObject({ batchId: batch.batchId });
  expect(await shownBatch(office, batch.batchId)).toMatchObject({ state: 'ready', blocking: [] });
  expect((await areas())[0]).toEqual({ bank_code: first.bank_code, area_id: taken });
  await setState('discarded', batch);
});

it('[EX19] contents that were published are refused while that version stands, and read again once it is undone', async () => {
  const published = await givenBatch(office, files);
  await setState('published', published);
  const same = await givenBatch(office, files);
  expect(codesOf(same)).toEqual(['alreadyPublished']);
  await again(same);
  expect(codesOf(await shownBatch(office, same.batchId))).toEqual(['alreadyPublished']);
  await setState('undone', published);
  expect(codesOf(await shownBatch(office, same.batchId))).toEqual(['publicationUndone']);
  await again(same);
  expect(await shownBatch(office, same.batchId)).toMatchObject({ state: 'ready', blocking: [] });
});

it('[EX21] a batch that does not wait is not read again', async () => {
  const batch = await givenBatch(office, files);
  await setState('published', batch);
  expect(await again(batch)).toMatchObject({ refused: 'batchNotWaiting' });
  expect(await again({ ...batch, batchId: office.platform.newId() })).toMatchObject({ refused: 'notFound' });
});

it('[EX21] asked for twice at the same moment is read by one job', async () => {
  const { batchId } = await givenBatch(office, files);
  const start = () => runAs(office, office.officer, (context) => readAgain({ batchId }, context));
  let second: ReturnType<typeof start> | undefined;
  const first = await runAs(office, office.officer, async (context) => {
    const outcome = await readAgain({ batchId }, context);
    second = start();
    // Until it waits for the first, or is through in spite of it.
    await Promise.race([second, waitsForLock(database.owner)]);
    return outcome;
  });
  expect(await second).toMatchObject({ refused: 'batchNotWaiting' });
  expect(await shownBatch(office, batchId)).toMatchObject({
    state: 'reading',
    jobId: isRefusal(first) ? 'refused' : first.jobId,
  });
});
