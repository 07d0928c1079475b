import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import { type Batch, type BatchArea, batchAreas, readBatch } from './db/batches.ts';
import type { Compared } from './db/compare-batch.ts';
import { publishedDates } from './db/published-dates.ts';
import { comparedDateOf } from './domain/compared-date.ts';

/** A batch with its date and places, and the date it is compared with. */
export type OpenBatch = {
  readonly batch: Batch;
  readonly dataDate: BusinessDate;
  readonly areas: readonly BatchArea[];
  readonly compared: Compared;
};

/**
 * Opens a batch that was read. Communes that this very batch brings are not yet in the caller's scope; the batch
 * itself is, so the rest of the transaction sees them.
 */
export async function openBatch(
  batchId: Id,
  { tx, caller }: HandlerContext,
): Promise<OpenBatch | Refusal<'notFound'>> {
  const batch = await readBatch(tx, batchId, { lock: false });
  if (!batch || batch.dataDate === null) return refuse('notFound');
  const { dataDate } = batch;
  const areas = await batchAreas(tx, batch);
  const communeIds = areas.map((area) => area.communeId);
  await setScope(tx, {
    ...caller.scope,
    communeIds: [...new Set([...caller.scope.communeIds, ...communeIds])],
  });
  const comparedDate = comparedDateOf(dataDate, await publishedDates(tx, communeIds));
  return { batch, dataDate, areas, compared: { batchId, communeIds, comparedDate } };
}
