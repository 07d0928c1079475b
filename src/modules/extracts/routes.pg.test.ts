import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { createBatch } from './create-batch.ts';
import { readBatchJob } from './routes.ts';
import { bankFiles } from './testing/bank-files.ts';
import { givenOffice, runAs, shownBatch, uploaded } from './testing/given-batch.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

it('[EX19] the job of a batch reads it; run twice it reads once; stopped it leaves the batch to be read', async () => {
  const office = await givenOffice(database);
  const { platform, officer: caller } = office;
  const { files } = bankFiles({ loans: 60, communes: 1 });
  const created = await runAs(office, caller, (context) =>
    createBatch({}, { ...context, files: uploaded(files) }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  const { batchId, jobId } = created;
  const { rows } = await database.owner.query('select task, payload from platform.job where id = $1', [
    jobId,
  ]);
  expect(rows).toEqual([{ task: readBatchJob.task, payload: { batchId } }]);
  const run = (signal: AbortSignal) =>
    readBatchJob.run(
      { batchId },
      { platform, caller, signal, progress: async () => undefined, cancelled: () => signal.aborted },
    );
  const stopping = new AbortController();
  const stopped = run(stopping.signal);
  stopping.abort();
  expect(await stopped).toBe('stopped');
  expect((await shownBatch(office, batchId)).state).toBe('reading');
  expect(await run(new AbortController().signal)).toBe('done');
  const first = await shownBatch(office, batchId);
  expect(first.state).toBe('ready');
  expect(await run(new AbortController().signal)).toBe('done');
  expect(await shownBatch(office, batchId)).toEqual(first);
});
