import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** What of an ended batch is no longer needed: its files' contents, its staged rows. */
export type Leftover = 'contents' | 'rows';

const REMOVED_AT = { contents: sql.ref('contents_removed_at'), rows: sql.ref('rows_removed_at') } as const;

/**
 * Batches that were read before a moment, are published or taken back, and still have this leftover. One whose news
 * still waits to be delivered is left alone: whoever hears it reads the staged rows.
 */
export async function selectEndedBatches(
  tx: Tx,
  { officeId, leftover, before, most }: { officeId: Id; leftover: Leftover; before: Date; most: number },
): Promise<{ officeId: Id; batchId: Id }[]> {
  const { rows } = await sql<{ officeId: Id; batchId: Id }>`
    select office_id as "officeId", id as "batchId" from extracts.batch
    where office_id = ${officeId} and state in ('published', 'undone') and finished_at < ${before}
      and ${REMOVED_AT[leftover]} is null
      and not exists (
        select 1 from platform.outbox news
        where news.delivered_at is null and news.payload ->> 'batchId' = batch.id::text)
    order by id limit ${most} for update`.execute(tx);
  return rows;
}

/** Notes on the batch that the leftover is gone. */
export async function markRemoved(
  tx: Tx,
  { officeId, batchId, leftover, at }: { officeId: Id; batchId: Id; leftover: Leftover; at: Date },
): Promise<void> {
  await sql`
    update extracts.batch set ${REMOVED_AT[leftover]} = ${at}
    where office_id = ${officeId} and id = ${batchId}`.execute(tx);
}
