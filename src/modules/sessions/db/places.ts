import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A village as a point's form lists it. */
export type VillageName = { readonly code: string; readonly name: string };

/** The villages of a commune, and those elsewhere whose code is given (reference data of registry). */
export async function readVillages(
  tx: Tx,
  { communeId, codes }: { communeId: Id; codes: readonly string[] },
): Promise<VillageName[]> {
  const { rows } = await sql<VillageName>`
    select distinct on (bank_code) bank_code as code, name from registry.area
    where kind = 'village' and bank_code is not null
      and (parent_id = ${communeId} or bank_code = any (${[...codes]}::text[]))
    order by bank_code, valid_from desc limit 2000
  `.execute(tx);
  return rows;
}
