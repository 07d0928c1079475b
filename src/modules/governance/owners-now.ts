import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { SeatKey } from './domain/seat.ts';
import { holderSince, seatsNamed } from './domain/seats.ts';
import { findSeats } from './find-seats.ts';

/** Whose a task, or a conclusion that becomes one, is: of an office by its seat, under the name that its holder had when it was given. */
type Owned = { readonly ownerSeat: SeatKey | null; readonly ownerName: string | null };

/**
 * Who holds the offices of tasks today, where that is somebody else than when they were given: tasks follow the office [GV132].
 *
 * @returns for a task the holder's name; null where it is the same, nobody is known to hold it, or no office has it
 */
export async function ownersNow(
  context: HandlerContext,
  communeId: Id,
  tasks: readonly Owned[],
): Promise<(task: Owned) => string | null> {
  const keys = new Set(tasks.flatMap(({ ownerSeat }) => (ownerSeat === null ? [] : [ownerSeat])));
  const seats = await findSeats(context, communeId, [...keys]);
  return ({ ownerSeat, ownerName }) =>
    ownerSeat === null || ownerName === null ? null : holderSince(ownerName, seatsNamed(seats, ownerSeat));
}
