import type { Id } from '../../../kernel/ids.ts';
import { isSameName } from '../../../kernel/text.ts';

/** An invitation at one place of a list; who holds several has one letter at all of them [GV219]. */
type AtPlace = { readonly letterId: Id; readonly attendeeId: Id; readonly toName: string };

/** A place of a list, and, where that is known, who holds its office since its person has left it. */
type Place = { readonly id: Id; readonly fullName: string; readonly leftOffice?: string | null };

/** Whether a letter was made out to whoever stands at a place now, and holds its office still. */
export function isStillTo({ attendeeId, toName }: AtPlace, { id, fullName, leftOffice }: Place): boolean {
  return attendeeId === id && isSameName(toName, fullName) && (leftOffice ?? null) === null;
}

/** Whether a letter of one place goes on for another [GV221], at which the same person stands still. */
export function isForAnotherPlace(
  { letterId, attendeeId }: AtPlace,
  { made, listed }: { readonly made: readonly AtPlace[]; readonly listed: readonly Place[] },
): boolean {
  return made.some(
    (one) =>
      one.letterId === letterId &&
      one.attendeeId !== attendeeId &&
      listed.some((place) => isStillTo(one, place)),
  );
}
