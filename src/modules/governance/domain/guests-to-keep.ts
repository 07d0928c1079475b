import { seatOfGuest } from './guest-seat.ts';
import { officesAnew } from './offices-anew.ts';
import { isSamePlace, type Place } from './places.ts';
import type { SeatShown } from './seat.ts';
import { isHeldBy, isVacantAs, seatsNamed } from './seats.ts';

/**
 * Whom people added to the list of a briefing that is not held, and who is asked to the one prepared again [GV185]: those whom today's
 * offices do not ask by themselves. An office that was added goes to who holds it today, a guest who holds one by now is asked under it.
 */
export function guestsToKeep(
  listed: readonly Place[],
  { asked, seats }: { readonly asked: readonly Place[]; readonly seats: readonly SeatShown[] },
): Place[] {
  const unsaid = listed.map((place) => ({ ...place, presence: 'present' as const, toldByName: null }));
  const renewals = new Map(officesAnew(unsaid, seats).map((one) => [one.attendee, one]));
  const kept: Place[] = [];
  for (const place of unsaid) {
    const guest = placeToday(place, { renewed: renewals.get(place), seats });
    if (guest && ![...asked, ...kept].some((one) => isSamePlace(one, guest))) kept.push(guest);
  }
  return kept;
}

/** Undefined where the office is no more, or its person has left and all who hold it stand on the list already. */
function placeToday(
  { part, seat, fullName, isVacant, capacity }: Place,
  {
    renewed,
    seats,
  }: {
    readonly renewed: Pick<Place, 'fullName' | 'isVacant'> | undefined;
    readonly seats: readonly SeatShown[];
  },
): Place | undefined {
  if (seat === null) {
    const office = seatOfGuest(seats, { fullName, capacity, part });
    const name = office?.holderName ?? fullName;
    return { part, seat: office?.seat ?? null, fullName: name, isVacant: false, capacity };
  }
  const named = renewed ?? { fullName, isVacant };
  const holders = seatsNamed(seats, seat);
  const isThere = named.isVacant ? isVacantAs(holders, named.fullName) : isHeldBy(holders, named.fullName);
  if (!isThere) return undefined;
  // A vacant office goes by its title of today [GV190].
  const name = named.isVacant ? (holders[0]?.title ?? named.fullName) : named.fullName;
  return { part, seat, fullName: name, isVacant: named.isVacant, capacity };
}
