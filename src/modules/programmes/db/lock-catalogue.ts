import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';

/**
 * Makes entries of the catalogue follow each other [PR3]: whoever comes second waits here until the first has ended, and
 * then reads what it wrote. A new row follows rows of other ids, or none, so that no row is there to be locked.
 */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('programmes.catalogue', 0))`.execute(tx);
}
