import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Makes commands about one thing follow each other: whoever comes second waits here until the first has ended, and then
 * reads what it wrote. For what has no row that could be locked, because the command writes the first.
 *
 * @param thing what it is, as `module.thing` or `module.thing:id`; the same words wait for each other
 */
export async function takeTurn(tx: Tx, thing: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${thing}, 0))`.execute(tx);
}
