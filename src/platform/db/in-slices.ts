import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.ts';

/** Enough that asking again costs little, few enough that a thread which also answers pages is held for milliseconds. */
const SLICE_ROWS = 250;

/**
 * The rows of a query that may be long, a slice at a time: the database answers once and keeps its place, and no more than
 * a slice is ever in memory. One such query at a time in a transaction, which lets go of it at its end.
 */
export async function* inSlices<Row>(
  tx: Tx,
  query: RawBuilder<Row>,
): AsyncGenerator<readonly Row[], void, undefined> {
  await sql`declare slices no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.raw(String(SLICE_ROWS))} from slices`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < SLICE_ROWS) break;
  }
  await sql`close slices`.execute(tx);
}
