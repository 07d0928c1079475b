import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { JobProgress } from '../../platform/jobs/queue.ts';
import { drainJobs, type JobHandler } from '../../platform/jobs/run-job.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { addFiles } from './add-files.ts';
import { createBatch } from './create-batch.ts';
import { readBatch } from './read-batch.ts';
import { readBatchJob } from './routes.ts';
import { bankFiles } from './testing/bank-files.ts';
import { givenOffice, runAs, shownBatch, type TestOffice, uploaded } from './testing/given-batch.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** The sample files are of PGD 004820: each test's office takes the code from the one before. */
let offices = 5000;
const freshOffice = async () => {
  await database.owner.query(`update registry.office set bank_code = $1 where bank_code = '004820'`, [
    `00${++offices}`,
  ]);
  return givenOffice(database);
};

describe('the job that reads a batch', () => {
  const { files } = bankFiles({ loans: 1600, communes: 3 });
  const begun = async (office: TestOffice) => {
    const created = await runAs(office, office.officer, (context) =>
      createBatch({}, { ...context, files: uploaded(files) }),
    );
    if (isRefusal(created)) throw new Error(created.refused);
    return created;
  };
  it('[EX21] says how much of the files it has read, while it reads', async () => {
    const office = await freshOffice();
    const { batchId } = await begun(office);
    const told: JobProgress[] = [];
    await readBatch(office.platform, {
      ...{ caller: office.officer, batchId },
      progress: async (progress) => void told.push(progress),
    });
    const counted = told.filter(({ total }) => total !== null);
    const done = counted.map((one) => one.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(new Set(counted.map(({ total }) => total)).size).toBe(1);
    const report = counted.filter(({ message }) => message?.includes('bao-cao-31'));
    expect(report.map(({ done }) => done).filter((one) => one > 0).length).toBeGreaterThan(0);
    expect(report.at(-1)?.message).toMatch(/đã qua [\d.]+ dòng/);
    // Every file has its part; the last one begins before the end.
    expect(new Set(counted.map(({ message }) => message?.split(',')[0]?.split('. ')[0])).size).toBe(
      files.length,
    );
    const [last] = counted.slice(-1);
    expect(last?.done).toBeGreaterThan((last?.total ?? 0) / 2);
    expect(last?.done).toBeLessThanOrEqual(last?.total ?? 0);
  });

  /** Somebody asks for the end as soon as the reading says this. */
  const cancelledAt = (jobId: Id, isMoment: (told: JobProgress) => boolean): JobHandler => ({
    ...readBatchJob,
    run: (payload, context) =>
      readBatchJob.run(payload, {
        ...context,
        progress: async (told) => {
          await context.progress(told);
          if (isMoment(told))
            await database.owner.query('update platform.job set cancel_requested_at = now() where id = $1', [
              jobId,
            ]);
        },
      }),
  });

  it.each([
    ['the rows are read', ({ done, total }: JobProgress) => total !== null && done > 0],
    ['they are put in place', ({ message = '' }: JobProgress) => message.includes('xếp dòng')],
  ])(
    '[EX21] cancelled while %s keeps nothing, says so, and is read again when a file is added',
    async (_, moment) => {
      const office = await freshOffice();
      const { batchId, jobId } = await begun(office);
      const runner = { ...testPlatform(database.app), platform: office.platform };
      await drainJobs({ ...runner, handlers: [cancelledAt(jobId, moment)] });
      const { rows: jobs } = await database.owner.query('select state from platform.job where id = $1', [
        jobId,
      ]);
      expect(jobs).toEqual([{ state: 'cancelled' }]);
      expect(await shownBatch(office, batchId)).toMatchObject({
        ...{ state: 'refused', summary: null },
        blocking: [{ code: 'readingStopped', text: expect.stringContaining('đã dừng theo yêu cầu') }],
      });
      const { rows } = await database.owner.query('select 1 from extracts.staged_loan where batch_id = $1', [
        batchId,
      ]);
      expect(rows).toEqual([]);
      await runAs(office, office.officer, (context) =>
        addFiles({ batchId }, { ...context, files: uploaded(files.slice(0, 1)) }),
      );
      await drainJobs({ ...runner, handlers: [readBatchJob] });
      expect(await shownBatch(office, batchId)).toMatchObject({ state: 'ready', blocking: [] });
    },
  );

  it('[EX21] that has failed tells why where the batch is shown, with the reference', async () => {
    const office = await freshOffice();
    const { batchId, jobId } = await begun(office);
    await database.owner.query('delete from extracts.file_piece where batch_id = $1', [batchId]);
    await drainJobs({ ...testPlatform(database.app), platform: office.platform, handlers: [readBatchJob] });
    const [blocking] = (await shownBatch(office, batchId)).blocking;
    expect(blocking?.code).toBe('readingFailed');
    expect(blocking?.text).toContain(jobId);
  });
});
