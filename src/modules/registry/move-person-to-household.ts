import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { movePersonToHousehold as operation } from './contract.ts';
import {
  insertHousehold,
  MOST_MEMBERS,
  selectMembers,
  selectPerson,
  updateHousehold,
} from './db/households.ts';

/** Moves a person to another household of the commune, or to a new one of their own [RG6]. */
export async function movePersonToHousehold(
  { communeId, personId, householdId: wanted }: InputOf<typeof operation>,
  { tx, clock, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'householdSame' | 'householdFull' | 'notFound'>> {
  const person = await selectPerson(tx, communeId, personId);
  if (person === undefined) return refuse('notFound');
  if (wanted === person.householdId) return refuse('householdSame');
  const there = wanted === null ? null : (await selectMembers(tx, communeId, wanted)).length;
  if (there === 0) return refuse('notFound');
  if (there !== null && there >= MOST_MEMBERS) return refuse('householdFull', { most: MOST_MEMBERS });
  const householdId = wanted ?? newId();
  if (wanted === null) await insertHousehold(tx, { communeId, householdId, at: clock.now() });
  await updateHousehold(tx, { communeId, personId, householdId });
  note({ communeId, subject: { person: personId, from: person.householdId, to: householdId } });
  return { householdId };
}
