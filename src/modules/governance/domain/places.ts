import { isSameName } from '../../../kernel/text.ts';
import type { Part } from './attendance.ts';
import type { SeatKey, SeatShown } from './seat.ts';
import { isHeldBy, isVacantAs, seatsNamed } from './seats.ts';

/** A place of a list, without what was said of anybody's presence. */
export type Place = {
  readonly part: Part;
  readonly seat: SeatKey | null;
  readonly fullName: string;
  readonly isVacant: boolean;
  readonly capacity: string;
};

/**
 * Whether two places are one: an office is on a list once for each who holds it, while nobody does once, by whichever title it stands there
 * [GV190]; a guest without one by name and capacity, whatever they are asked as.
 */
export function isSamePlace(one: Place, other: Place): boolean {
  if (one.seat !== other.seat) return false;
  if (one.seat !== null && one.isVacant && other.isVacant) return true;
  return isSameName(one.fullName, other.fullName) && (one.seat !== null || one.capacity === other.capacity);
}

/**
 * The place that somebody who was taken off a list has on it all the same: theirs, where they were added again [GV211], or, where they hold
 * the office no more, that of who came for them [GV230]. Undefined where they come back: the list has fewer places of the office than people
 * hold it, or it is theirs today.
 *
 * @param of.listed the list as the offices are held today, each with its id, which was made when it came onto the list
 */
export function placeSince<One extends Place & { readonly id: string }>(
  off: Place,
  { listed, seats }: { readonly listed: readonly One[]; readonly seats: readonly SeatShown[] },
): One | undefined {
  const own = listed.find((one) => isSamePlace(one, off));
  if (own || off.seat === null) return own;
  const holders = seatsNamed(seats, off.seat);
  const isTheirs = off.isVacant ? isVacantAs(holders, off.fullName) : isHeldBy(holders, off.fullName);
  const ofOffice = listed.filter(({ seat }) => seat === off.seat);
  if (isTheirs || ofOffice.length < holders.length) return undefined;
  // Of several the latest came for them.
  return ofOffice.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
}
