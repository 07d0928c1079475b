import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { readAgain as operation } from './contract.ts';
import { selectBatch } from './db/batches.ts';
import { BATCH_STATES, isWaiting } from './domain/batch-states.ts';
import { noteBatch } from './note-batch.ts';
import { startReading } from './start-reading.ts';

/**
 * Has a batch that waits read again with the files and answers it has: areas are looked up anew [RG2], and contents that
 * were published are so no longer where that was undone [EX19].
 */
export async function readAgain(
  { batchId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const batch = await selectBatch(context.tx, batchId, { lock: true });
  if (!batch) return refuse('notFound');
  if (!isWaiting(batch)) return refuse('batchNotWaiting', { state: BATCH_STATES[batch.state] });
  noteBatch(context, batchId);
  return startReading(context, batch);
}
