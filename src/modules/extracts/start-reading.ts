import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { startBatchReading } from './db/batches.ts';

/** The job that reads a batch. */
export const READ_BATCH = 'extracts.readBatch';

/** Queues the reading of a batch in the transaction of the command that wants it. */
export async function startReading(
  context: HandlerContext,
  { officeId, batchId }: { officeId: Id; batchId: Id },
  answers?: unknown,
): Promise<{ batchId: Id; jobId: Id }> {
  const jobId = await enqueueJob(context, { task: READ_BATCH, payload: { batchId }, officeId });
  await startBatchReading(
    context.tx,
    { officeId, batchId },
    answers === undefined ? { jobId } : { jobId, answers },
  );
  return { batchId, jobId };
}
