import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Has the rest of the transaction group by hashing. Of rows that a transaction has just written there are no statistics:
 * the planner expects a single one, for which sorting costs the same, and then sorts tens of thousands by all their codes.
 * What must come in order is sorted as ever.
 */
export async function groupByHashing(tx: Tx): Promise<void> {
  await sql`set local enable_sort = off; set local enable_incremental_sort = off`.execute(tx);
}
