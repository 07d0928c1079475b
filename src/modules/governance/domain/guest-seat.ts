import { isSameName } from '../../../kernel/text.ts';
import type { Part } from './attendance.ts';
import { PART_OF } from './attendees-to-ask.ts';
import { parseSeat, type SeatShown } from './seat.ts';

/**
 * The office under which somebody added by hand is asked [GV164]: theirs by name, and by the part or capacity that was chosen, so that a
 * guest who has the name of somebody in office stays a guest. Undefined where none is meant, or more than one.
 */
export function seatOfGuest(
  seats: readonly SeatShown[],
  guest: { readonly fullName: string; readonly capacity: string; readonly part: Part },
): SeatShown | undefined {
  const meant = seats.filter(({ seat, title, holderName }) => {
    if (holderName === null || !isSameName(holderName, guest.fullName)) return false;
    const role = parseSeat(seat)?.role;
    return (role !== undefined && PART_OF[role] === guest.part) || isSameName(title, guest.capacity);
  });
  return meant.length === 1 ? meant[0] : undefined;
}
