import { isSameName } from '../../../kernel/text.ts';
import { isThere, type Part, type Presence } from './attendance.ts';
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
 * The part in which somebody is asked under an office [GV258]: what was chosen, or the office's own where nothing but “khác” was and nobody of
 * the office is to be there in it [GV267]. Of several officers one leads the team.
 */
export function partAsked(
  { seat, part }: { readonly seat: SeatKey | null; readonly part: Part },
  places: readonly PlaceInPart[],
): Part {
  const own = ownPart(seat);
  if (part !== 'other' || own === null) return part;
  return places.some((place) => place.seat === seat && place.part === own && isThere(place)) ? part : own;
}

/** A place of a list with its part, and how its person is there. */
type PlaceInPart = {
  readonly seat: SeatKey | null;
  readonly part: Part;
  readonly presence: Presence;
  readonly isVacant: boolean;
};

/**
 * The places of a list that come into their office's own part [GV267]: the first that was asked as “khác” and whose person is to be there, where
 * nobody of the office is in it any more. So it does not matter what was pressed first, that one comes or that the other does not.
 */
export function placesForOwnPart<One extends PlaceInPart>(places: readonly One[]): One[] {
  const coming = places.filter((place) => partAsked(place, places) !== place.part && isThere(place));
  return coming.filter((place) => coming.find(({ seat }) => seat === place.seat) === place);
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
