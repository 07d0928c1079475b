import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** More than the customers of any commune. */
const MOST_NAMES = 30_000;

/** The names of a commune's customers as they are shown, each once, as far as the scope shows them; not those whose every record was undone [RG8]. */
export async function borrowerNames(tx: Tx, communeId: Id): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct full_name as name from registry.person
    where commune_id = ${communeId} and bank_data_date is not null
    limit ${MOST_NAMES}`.execute(tx);
  return rows.map(({ name }) => name);
}
