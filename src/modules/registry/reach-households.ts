import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type ContactRow, selectContacts } from './db/contacts.ts';
import { type PersonRow, selectMembersOf } from './db/households.ts';
import { isReachableBy } from './domain/reach.ts';

/** Whose household it is, in which village, and by which numbers its members are reached. */
export type HouseholdReach = Pick<PersonRow, 'householdId' | 'fullName' | 'villageName'> & {
  /** A member has a number that can be dialled and is not marked wrong [RG11]. */
  readonly isReachable: boolean;
  readonly contacts: readonly ContactRow[];
};

/** How households of a commune are reached, asked for all of them at once; those that the scope does not show are left out. */
export async function reachHouseholds(
  tx: Tx,
  { communeId, householdIds }: { readonly communeId: Id; readonly householdIds: readonly Id[] },
): Promise<HouseholdReach[]> {
  if (householdIds.length === 0) return [];
  const people = await selectMembersOf(tx, communeId, householdIds);
  const personIds = people.map(({ personId }) => personId);
  const contacts = await selectContacts(tx, communeId, personIds);
  return borrowersOf(people).map(({ householdId, fullName, villageName }) => {
    const members = people.filter((person) => person.householdId === householdId);
    const numbers = members.flatMap(({ personId }) => contacts.filter((one) => one.personId === personId));
    return {
      householdId,
      fullName,
      villageName,
      isReachable: numbers.some(isReachableBy),
      contacts: numbers,
    };
  });
}

/** The first member of each household: whoever borrows. */
function borrowersOf(people: readonly PersonRow[]): PersonRow[] {
  return people.filter(({ householdId }, i) => people[i - 1]?.householdId !== householdId);
}
