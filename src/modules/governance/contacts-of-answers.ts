import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { reachHouseholds } from '../registry/index.ts';
import type { AnsweredContact } from './domain/minutes.ts';

/** A difficulty, as far as it was answered with a number of its household. */
type Answered = {
  readonly difficultyId: Id;
  readonly householdId: Id | null;
  readonly contactId: Id | null;
  readonly contactIsEntered: boolean | null;
};

/**
 * What minutes say of the numbers that answered difficulties [GV96], by difficulty: whether one went into the household's file with the
 * answer, and who told it; nothing of answers given before that was kept. The number itself is read in the file, by whoever may.
 */
export async function contactsOfAnswers(
  { tx }: HandlerContext,
  communeId: Id,
  difficulties: readonly Answered[],
): Promise<ReadonlyMap<Id, AnsweredContact>> {
  const answered = difficulties.flatMap(
    ({ difficultyId, householdId, contactId, contactIsEntered: isEntered }) =>
      householdId === null || contactId === null || isEntered === null
        ? []
        : [{ difficultyId, householdId, contactId, isEntered }],
  );
  const householdIds = [...new Set(answered.map(({ householdId }) => householdId))];
  const households = await reachHouseholds(tx, { communeId, householdIds });
  const contacts = households.flatMap((household) => household.contacts);
  return new Map(
    answered.map(({ difficultyId, contactId, isEntered }) => {
      const told = contacts.find((contact) => contact.contactId === contactId)?.told ?? null;
      return [difficultyId, { isEntered, toldBy: told?.by ?? null }];
    }),
  );
}
