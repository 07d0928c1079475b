import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { NO_SCOPE, setScope } from '../../platform/db/scope.ts';
import type { Cleaning } from '../../platform/housekeeping/housekeep.ts';
import { deletePieces } from './db/files.ts';
import { type Leftover, markRemoved, selectEndedBatches } from './db/leftovers.ts';
import { allOfficeIds } from './db/registry-areas.ts';
import { deleteStagedRows, selectStagedCommunes } from './db/staging.ts';

/** A day's share of one office; more waits for the next day. */
const MOST_BATCHES = 200;

/** Removes the contents of files whose batch was published or taken back long ago; what they were stays [EX22]. */
export const cleanFileContents: Cleaning = {
  name: 'extracts.cleanFileContents',
  clean: (context, before) =>
    eachBatch(context, { leftover: 'contents', before }, (batch) => deletePieces(context.tx, batch)),
};

/** Removes the rows that such a batch was published from [EX22]. */
export const cleanStagedRows: Cleaning = {
  name: 'extracts.cleanStagedRows',
  clean: (context, before) =>
    eachBatch(context, { leftover: 'rows', before }, async (batch) => {
      const { tx } = context;
      const communeIds = await selectStagedCommunes(tx, batch);
      await setScope(tx, { ...NO_SCOPE, officeIds: [batch.officeId], communeIds, system: true });
      await deleteStagedRows(tx, { ...batch, communeIds });
    }),
};

type Batch = { readonly officeId: Id; readonly batchId: Id };

async function eachBatch(
  { tx, clock }: HandlerContext,
  { leftover, before }: { leftover: Leftover; before: Date },
  remove: (batch: Batch) => Promise<void>,
): Promise<number> {
  let removed = 0;
  for (const officeId of await allOfficeIds(tx)) {
    await setScope(tx, { ...NO_SCOPE, officeIds: [officeId], system: true });
    const batches = await selectEndedBatches(tx, { officeId, leftover, before, most: MOST_BATCHES });
    for (const batch of batches) {
      await remove(batch);
      await markRemoved(tx, { ...batch, leftover, at: clock.now() });
    }
    removed += batches.length;
  }
  return removed;
}
