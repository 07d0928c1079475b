import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { discardBatch as operation } from './contract.ts';
import { selectBatch, setBatchState } from './db/batches.ts';
import { deletePieces } from './db/files.ts';
import { deleteStaged, selectStagedCommunes } from './db/staging.ts';
import { BATCH_STATES } from './domain/batch-states.ts';
import { noteBatch } from './note-batch.ts';

/** Drops a batch with its files and rows. What was published stays. */
export async function discardBatch(
  { batchId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation> | 'notFound'>> {
  const { tx, caller } = context;
  const batch = await selectBatch(tx, batchId, { lock: true });
  if (!batch) return refuse('notFound');
  if (batch.state === 'published') return refuse('batchPublished');
  if (batch.state === 'discarded' || batch.state === 'publishing')
    return refuse('batchNotWaiting', { state: BATCH_STATES[batch.state] });
  const communeIds = await selectStagedCommunes(tx, batch);
  // Communes that only this batch knows are in nobody's scope yet; their rows belong to the batch.
  await setScope(tx, {
    ...caller.scope,
    system: true,
    communeIds: [...new Set([...caller.scope.communeIds, ...communeIds])],
  });
  await deleteStaged(tx, { ...batch, communeIds });
  await deletePieces(tx, batch);
  await setBatchState(tx, batch, 'discarded');
  noteBatch(context, batchId);
  return { state: 'discarded' };
}
