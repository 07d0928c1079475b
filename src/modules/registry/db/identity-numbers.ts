import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** The identity number of a customer, unmasked: the operations mask. Null where there is none, or none in the scope. */
export async function identityNumberOf(
  tx: Tx,
  { communeId, customerCode }: { readonly communeId: Id; readonly customerCode: string },
): Promise<string | null> {
  const { rows } = await sql<{ identityNumber: string | null }>`
    select identity_number as "identityNumber" from registry.person
    where commune_id = ${communeId} and customer_code = ${customerCode}`.execute(tx);
  return rows[0]?.identityNumber ?? null;
}
