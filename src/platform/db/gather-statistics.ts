import type { DatabaseAddress } from './database.ts';
import { connectOwner } from './provision.ts';

/**
 * Has the server look at what some schemas hold by now, as their owner. It does so by itself about a minute after much has changed;
 * until then it takes a table for as good as empty, and plans that are kept on a connection stay with that.
 */
export async function gatherStatistics(owner: DatabaseAddress, schemas: readonly string[]): Promise<void> {
  const client = await connectOwner(owner);
  try {
    const { rows } = await client.query<{ tables: string }>(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ' order by schemaname, tablename) as tables
       from pg_tables where schemaname = any ($1)`,
      [schemas],
    );
    await client.query(`analyze ${rows[0]?.tables}`);
  } finally {
    await client.end();
  }
}
