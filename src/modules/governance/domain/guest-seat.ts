import { isSameName } from '../../../kernel/text.ts';
import type { Part } from './attendance.ts';
import { PART_OF } from './attendees-to-ask.ts';
import { parseSeat, type SeatKey, type SeatShown } from './seat.ts';

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

/**
 * The part in which somebody is asked under an office [GV258]: what was chosen, or the office's own where nothing but “khác” was and no place of
 * the list is the office's in it. Of several officers one leads the team.
 */
export function partAsked(
  { seat, part }: { readonly seat: SeatKey | null; readonly part: Part },
  places: readonly { readonly seat: SeatKey | null; readonly part: Part }[],
): Part {
  const own = ownPart(seat);
  if (part !== 'other' || own === null) return part;
  return places.some((place) => place.seat === seat && place.part === own) ? part : own;
}

/** Whether a place may be that of somebody who was sent in a part: in it, or in the part of its office instead of “khác” [GV258]. */
export function isPartAsked(
  place: { readonly seat: SeatKey | null; readonly part: Part },
  sent: Part,
): boolean {
  return place.part === sent || (sent === 'other' && place.part === ownPart(place.seat));
}

function ownPart(seat: SeatKey | null): Part | null {
  const role = seat === null ? undefined : parseSeat(seat)?.role;
  return role === undefined ? null : PART_OF[role];
}
