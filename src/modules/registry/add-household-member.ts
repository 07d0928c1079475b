import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { fold } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { ENTRY_FIELDS, type addHouseholdMember as operation } from './contract.ts';
import { insertMember, MOST_MEMBERS, selectMembers } from './db/households.ts';
import { problemOf } from './domain/entry-value.ts';

/** Adds a person who is no customer to a household, in its village and group [RG6, RG14]. */
export async function addHouseholdMember(
  { communeId, householdId, fullName: typed, relation, bornOn, sex }: InputOf<typeof operation>,
  { tx, clock, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'entryValueInvalid' | 'householdFull' | 'notFound'>> {
  const fullName = plainLine(typed);
  const today = clock.today();
  const wrongName = problemOf('full_name', fullName, today);
  if (wrongName) return refuse('entryValueInvalid', { field: ENTRY_FIELDS.full_name, problem: wrongName });
  const wrongDay = bornOn === null ? undefined : problemOf('born_on', bornOn, today);
  if (wrongDay) return refuse('entryValueInvalid', { field: ENTRY_FIELDS.born_on, problem: wrongDay });
  const members = await selectMembers(tx, communeId, householdId);
  const [first] = members;
  if (first === undefined) return refuse('notFound');
  if (members.length >= MOST_MEMBERS) return refuse('householdFull', { most: MOST_MEMBERS });
  const { villageCode, groupCode, associationCode } = first;
  const personId = newId();
  const person = {
    communeId,
    personId,
    householdId,
    relation,
    fullName,
    foldedName: fold(fullName),
    bornOn,
    sex,
  };
  await insertMember(tx, { ...person, villageCode, groupCode, associationCode });
  note({ communeId, subject: { household: householdId, person: personId } });
  return { personId };
}
