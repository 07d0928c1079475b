import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { BATCH_STATES } from '../extracts/index.ts';
import type { startPublishing as operation } from './contract.ts';
import { setPublishJob } from './db/batches.ts';
import { PUBLISH_BATCH } from './publish-batch-job.ts';
import { readyToPublish } from './publish-import.ts';

/**
 * Queues the publication of a batch [PF5]. What blocks it is said at once; the job asks again, as the batch may have
 * changed until it runs.
 */
export async function startPublishing(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const ready = await readyToPublish(input, context);
  if (isRefusal(ready)) return ready;
  const { batch, areas } = ready;
  if (batch.isPublishing) return refuse('batchNotReady', { state: BATCH_STATES.publishing });
  const { batchId } = input;
  const { officeId } = batch;
  const jobId = await enqueueJob(context, { task: PUBLISH_BATCH, payload: input, officeId });
  await setPublishJob(context.tx, batch, jobId);
  for (const { communeId } of areas) context.note({ communeId, subject: { batchId, jobId } });
  return { batchId, jobId };
}
