import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { staleAreaCodes } from '../registry/index.ts';
import type { Batch } from './db/batches.ts';
import { type BlockingFinding, findBlockingRows } from './db/blocking.ts';

const EXAMPLES = 10;

/**
 * Everything that stands in the way of publishing a batch that was read [PF5]: rows that would make the figures wrong, and
 * areas that another batch has taken since under ids of its own, after which this one must be read again.
 */
export async function findBlocking(
  tx: Tx,
  batch: Batch,
  { communeIds }: { communeIds: readonly Id[] },
): Promise<BlockingFinding[]> {
  const ofRows = await findBlockingRows(tx, batch, { communeIds });
  const { id: batchId, officeId, dataDate } = batch;
  if (dataDate === null) return ofRows;
  const source = 'extracts.staged_area';
  const stale = await staleAreaCodes(tx, { source, officeId, batchId, dataDate });
  if (stale.length === 0) return ofRows;
  return [...ofRows, { code: 'areasTaken', count: stale.length, examples: stale.slice(0, EXAMPLES) }];
}
