import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { movePersonToHousehold as operation } from './contract.ts';
import { insertHousehold, selectMembers, selectPerson, updateHousehold } from './db/households.ts';

/** Moves a person to another household of the commune, or to a new one of their own [RG6]. */
export async function movePersonToHousehold(
  { communeId, personId, householdId: wanted }: InputOf<typeof operation>,
  { tx, clock, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'householdSame' | 'notFound'>> {
  const person = await selectPerson(tx, communeId, personId);
  if (person === undefined) return refuse('notFound');
  if (wanted === person.householdId) return refuse('householdSame');
  if (wanted !== null && (await selectMembers(tx, communeId, wanted)).length === 0) return refuse('notFound');
  const householdId = wanted ?? newId();
  if (wanted === null) await insertHousehold(tx, { communeId, householdId, at: clock.now() });
  await updateHousehold(tx, { communeId, personId, householdId });
  note({ communeId, subject: { person: personId, from: person.householdId, to: householdId } });
  return { householdId };
}
