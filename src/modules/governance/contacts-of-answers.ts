import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { showHousehold } from '../registry/index.ts';
import type { AnsweredContact } from './domain/minutes.ts';

/** A difficulty, as far as it was answered with a number of its household. */
type Answered = {
  readonly difficultyId: Id;
  readonly householdId: Id | null;
  readonly contactId: Id | null;
};

/**
 * What minutes say of the numbers that answered difficulties [GV96], by difficulty: whether one went into the household's file on the
 * day of the meeting, and who told it. The number itself is read in the file, by whoever may.
 */
export async function contactsOfAnswers(
  context: HandlerContext,
  communeId: Id,
  { difficulties, metOn }: { readonly difficulties: readonly Answered[]; readonly metOn: string },
): Promise<ReadonlyMap<Id, AnsweredContact>> {
  const found = new Map<Id, AnsweredContact>();
  for (const { difficultyId, householdId, contactId } of difficulties) {
    if (householdId === null || contactId === null) continue;
    const household = await showHousehold({ communeId, householdId }, context);
    const contacts = isRefusal(household) ? [] : household.members.flatMap((member) => member.contacts);
    const told = contacts.find((contact) => contact.contactId === contactId)?.told ?? null;
    found.set(difficultyId, { isEntered: told?.on === metOn, toldBy: told?.by ?? null });
  }
  return found;
}
