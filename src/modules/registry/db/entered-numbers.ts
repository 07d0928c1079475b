import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { MOST_CONTACTS } from './contacts.ts';

/** When people entered a number for a household by which it is reached. */
export type EnteredNumber = { readonly householdId: Id; readonly enteredAt: Date };

/**
 * The numbers that people entered for households of a commune and by which they are reached [RG11], the latest first: without those that
 * cannot be dialled, are marked wrong or were removed. Households that the scope does not show are left out.
 */
export async function enteredNumbers(
  tx: Tx,
  { communeId, householdIds }: { readonly communeId: Id; readonly householdIds: readonly Id[] },
): Promise<EnteredNumber[]> {
  if (householdIds.length === 0) return [];
  const { rows } = await sql<EnteredNumber>`
    select person.household_id as "householdId", contact.entered_at as "enteredAt"
    from registry.person
    join registry.contact on contact.commune_id = person.commune_id and contact.person_id = person.id
    where person.commune_id = ${communeId} and person.household_id = any (${[...householdIds]}::uuid[])
      and contact.source = 'entered' and contact.removed_at is null and contact.wrong_number_since is null
      and contact.phone ~ '^0[0-9]{9}$'
    order by contact.entered_at desc
    limit ${MOST_CONTACTS * householdIds.length}`.execute(tx);
  return rows;
}
