import { type Id, isId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { runCommand } from '../../platform/command.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/run-job.ts';
import { publishImport as operation } from './contract.ts';
import { readBatch } from './db/batches.ts';
import { progressAt } from './domain/publish-steps.ts';
import { publishImport } from './publish-import.ts';
import { PORTFOLIO_REFUSALS } from './refusals.ts';

/** The job that publishes a batch. */
export const PUBLISH_BATCH = 'portfolio.publishBatch';

/**
 * Publishes a batch in the background by the same command that publishes it at once, so that it happens wholly or not
 * at all [PF1]. It is told step by step from beside the transaction; whoever stops it before the last step finds
 * nothing written, and a process that ends leaves it to the next [PF50].
 */
export const publishBatchJob: JobHandler = {
  task: PUBLISH_BATCH,
  refusals: PORTFOLIO_REFUSALS,
  run: async ({ batchId, basis }, job) => {
    if (typeof batchId !== 'string' || !isId(batchId)) throw new Error('a publishing job without a batch');
    const { platform, caller, signal } = job;
    if (await isPublished(job, batchId)) return 'done';
    try {
      const outcome = await runCommand(platform, { name: operation.name, caller }, (context) =>
        publishImport(typeof basis === 'string' ? { batchId, basis } : { batchId }, context, (step) =>
          tell(job, step),
        ),
      );
      return isRefusal(outcome) ? outcome : 'done';
    } catch (error) {
      if (signal.aborted) return 'stopped';
      throw error;
    }
  },
};

/** Says how far it is, and hears whether it shall stop: then the transaction is rolled back. */
async function tell({ progress, signal }: JobContext, step: Parameters<typeof progressAt>[0]): Promise<void> {
  await progress(progressAt(step));
  signal.throwIfAborted();
}

/** True where the run before ended between its commit and saying so. */
function isPublished({ platform, caller }: JobContext, batchId: Id): Promise<boolean> {
  return platform.database.read(caller.scope, async (tx) => {
    const batch = await readBatch(tx, batchId, { lock: false });
    return batch?.state === 'published';
  });
}
