import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** More than the customers of any commune. */
const MOST_NAMES = 30_000;

/**
 * The names of a commune's customers as they are shown, each as often as somebody bears it, as far as the
 * scope shows them; not those whose every record was undone [RG8].
 */
export async function borrowerNames(tx: Tx, communeId: Id): Promise<string[]> {
  // One value: reading ten thousand rows costs the process that answers everybody five times as much.
  const { rows } = await sql<{ names: string[] }>`
    select coalesce(json_agg(name), '[]') as names from (
      select full_name as name from registry.person
      where commune_id = ${communeId} and bank_data_date is not null
      limit ${MOST_NAMES}
    ) known`.execute(tx);
  return rows[0]?.names ?? [];
}
