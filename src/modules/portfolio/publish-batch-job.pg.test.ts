import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import { runCommand } from '../../platform/command.ts';
import type { JobProgress } from '../../platform/jobs/queue.ts';
import { drainJobs, type JobHandler } from '../../platform/jobs/run-job.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { waitsForLock } from '../../platform/testing/waits-for-lock.ts';
import { discardBatch, getBatch } from '../extracts/index.ts';
import { publishBatchJob } from './publish-batch-job.ts';
import { startPublishing } from './start-publishing.ts';
import { ask, command, givenOffice, officer, type TestOffice } from './testing/given-office.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import { readTruth } from './testing/truth.ts';

const FOLDER = fileURLToPath(new URL('./testing/extracts/clean', import.meta.url));
const OCTOBER = day('2026-10-31');

let database: TestDatabase;
let office: TestOffice;
let caller: Caller;
let batchId: Id;
beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
  office = await givenOffice(database);
  caller = await officer(office);
  ({ batchId } = await stageExtracts(database.owner, {
    ...{ folder: FOLDER, dataDate: OCTOBER, officeId: office.officeId },
  }));
});
afterAll(() => database.close());

const start = () => command(office, caller, (context) => startPublishing({ batchId }, context));
const started = async () => {
  const answer = await start();
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer.jobId;
};
const shown = async () => {
  const batch = await ask(office, caller, (context) => getBatch({ batchId }, context));
  if (isRefusal(batch)) throw new Error(batch.refused);
  return batch;
};
const rowsOf = async (table: string) => (await database.owner.query(`select * from ${table}`)).rows;
const runWith = (handler: JobHandler) =>
  drainJobs({ ...testPlatform(database.app), platform: office.platform, handlers: [handler] });

/** The job, with something that happens whenever it has said how far it is. */
const whenTold = (then: (told: JobProgress) => Promise<void>): JobHandler => ({
  ...publishBatchJob,
  run: (payload, context) =>
    publishBatchJob.run(payload, {
      ...context,
      progress: async (told) => {
        await context.progress(told);
        await then(told);
      },
    }),
});

describe('the job that publishes a batch', () => {
  it('[PF50] tells step by step how far it is, beside its open transaction, and publishes all of it', async () => {
    const jobId = await started();
    expect(await shown()).toMatchObject({ state: 'publishing', publishJobId: jobId });
    const told: JobProgress[] = [];
    await runWith(
      whenTold(async (progress) => {
        told.push(progress);
        expect(await shown()).toMatchObject({ state: 'publishing' });
        expect(await rowsOf('portfolio.position')).toEqual([]);
        const [job] = await rowsOf('platform.job');
        expect(job).toMatchObject({ state: 'running', done: progress.done, total: progress.total });
      }),
    );
    expect(told.map(({ done }) => done)).toEqual(told.map((_, index) => index + 1));
    expect(told.at(-1)).toMatchObject({ done: told.length, total: told.length });
    expect(await rowsOf('platform.job')).toMatchObject([{ state: 'done' }]);
    expect(await shown()).toMatchObject({ state: 'published' });
    const { loans } = readTruth(FOLDER, OCTOBER).office;
    const open = (await rowsOf('portfolio.position')).filter((row) => row.outstanding_vnd > 0n);
    expect(open).toHaveLength(loans);
    const commands = (await rowsOf('platform.audit_entry')).map((entry) => entry.command);
    expect(commands).toContain('portfolio.publishImport');
    expect(await rowsOf('platform.outbox')).toMatchObject([{ name: 'portfolio.dataDatePublished' }]);
  });

  /** Somebody asks for the end as soon as this step has begun. */
  const stoppedAt = (jobId: Id, step: number) =>
    whenTold(async ({ done }) => {
      if (done === step)
        await database.owner.query('update platform.job set cancel_requested_at = now() where id = $1', [
          jobId,
        ]);
    });

  it.each([1, 4, 8])(
    '[PF50] stopped at step %i has written nothing; the batch is ready again and can be published',
    async (step) => {
      await runWith(stoppedAt(await started(), step));
      expect(await rowsOf('platform.job')).toMatchObject([{ state: 'cancelled' }]);
      expect(await shown()).toMatchObject({ state: 'ready' });
      for (const table of [
        'portfolio.position',
        'portfolio.data_version',
        'registry.person',
        'platform.outbox',
      ])
        expect(await rowsOf(table), table).toEqual([]);
      await started();
      await runWith(publishBatchJob);
      expect(await shown()).toMatchObject({ state: 'published' });
    },
  );

  it('[PF50] asked to stop after its last step has begun is published: undo takes it back', async () => {
    await runWith(stoppedAt(await started(), 9));
    expect(await rowsOf('platform.job')).toMatchObject([{ state: 'done' }]);
    expect(await shown()).toMatchObject({ state: 'published' });
  });

  it('[PF50] that is queued keeps the batch from being discarded or published a second time', async () => {
    await started();
    expect(await start()).toMatchObject({ refused: 'batchNotReady', data: { state: 'Đang ghi vào sổ' } });
    expect(
      await runCommand(
        office.platform,
        { name: 'test', caller, scope: { ...caller.scope, system: true } },
        (context) => discardBatch({ batchId }, context),
      ),
    ).toMatchObject({ refused: 'batchNotWaiting' });
  });

  it('[PF50] asked for twice at the same moment is one job, which the batch goes on naming', async () => {
    let second: ReturnType<typeof start> | undefined;
    const first = await command(office, caller, async (context) => {
      const outcome = await startPublishing({ batchId }, context);
      second = start();
      // Until it waits for the first, or is through in spite of it.
      await Promise.race([second, waitsForLock(database.owner)]);
      return outcome;
    });
    expect(await second).toMatchObject({ refused: 'batchNotReady' });
    expect(await rowsOf('platform.job')).toHaveLength(1);
    expect(await shown()).toMatchObject({
      state: 'publishing',
      publishJobId: isRefusal(first) ? 'refused' : first.jobId,
    });
  });

  it('[PF50] run again after its commit publishes nothing twice', async () => {
    await started();
    await runWith(publishBatchJob);
    await database.owner.query(`update platform.job set state = 'queued'`);
    await runWith(publishBatchJob);
    expect(await rowsOf('platform.job')).toMatchObject([{ state: 'done' }]);
    expect(await rowsOf('portfolio.data_version')).toHaveLength(1);
  });

  it('[PF5] [PF50] that finds the batch blocked says why, and the batch is ready again', async () => {
    await started();
    await database.owner.query('update extracts.staged_loan set overdue_vnd = overdue_vnd + 1');
    await runWith(publishBatchJob);
    expect(await rowsOf('platform.job')).toMatchObject([
      { state: 'failed', message: expect.stringContaining('cộng lại khác tổng dư nợ') },
    ]);
    expect(await shown()).toMatchObject({ state: 'ready' });
    expect(await rowsOf('portfolio.position')).toEqual([]);
    expect(await start()).toMatchObject({ refused: 'batchBlocked' });
  });
});
