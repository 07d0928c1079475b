import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { reachHouseholds } from '../registry/index.ts';
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
  { tx }: HandlerContext,
  communeId: Id,
  { difficulties, metOn }: { readonly difficulties: readonly Answered[]; readonly metOn: string },
): Promise<ReadonlyMap<Id, AnsweredContact>> {
  const answered = difficulties.flatMap(({ difficultyId, householdId, contactId }) =>
    householdId === null || contactId === null ? [] : [{ difficultyId, householdId, contactId }],
  );
  const householdIds = [...new Set(answered.map(({ householdId }) => householdId))];
  const households = await reachHouseholds(tx, { communeId, householdIds });
  const contacts = households.flatMap((household) => household.contacts);
  return new Map(
    answered.map(({ difficultyId, contactId }) => {
      const told = contacts.find((contact) => contact.contactId === contactId)?.told ?? null;
      return [difficultyId, { isEntered: told?.on === metOn, toldBy: told?.by ?? null }];
    }),
  );
}
