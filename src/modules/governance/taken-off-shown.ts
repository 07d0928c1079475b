import type { OutputOf } from '../../kernel/contract.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showBriefing } from './contract.ts';
import type { AttendeeRow } from './db/attendees.ts';
import { selectTakenOff, type TakenOffRow } from './db/attendees-taken-off.ts';
import type { BriefingRow } from './db/briefings.ts';
import { isEnded } from './domain/briefing.ts';
import { officesAnew } from './domain/offices-anew.ts';
import { placeSince } from './domain/places.ts';
import type { SeatShown } from './domain/seat.ts';
import { seatsOfPlaces } from './seats-of-list.ts';

type TakenOff = OutputOf<typeof showBriefing>['takenOff'];

/**
 * Who was taken off the list while people may still have the form of their presence open, and whose the place is now, where that is
 * another's: nothing that is said of them brings them back then [GV182].
 *
 * @param listed the list as its page shows it
 */
export async function takenOffShown(
  context: HandlerContext,
  briefing: BriefingRow,
  listed: readonly AttendeeRow[],
): Promise<TakenOff> {
  const { communeId, id: briefingId, state } = briefing;
  const people = isEnded(state) ? [] : await selectTakenOff(context.tx, { communeId, briefingId });
  if (people.length === 0) return [];
  const seats = await seatsOfPlaces(context, briefing, [...listed, ...people]);
  return people.map((off) => {
    const { id: attendeeId, seat: _, at, ...person } = off;
    const renewed = state === 'preparing' ? renewedOf(off, listed, seats) : undefined;
    const { fullName } = placeSince(off, { listed, seats }) ?? renewed ?? off;
    return {
      ...person,
      attendeeId,
      at: at.toISOString(),
      nowOf: isSameName(fullName, off.fullName) ? null : fullName,
    };
  });
}

/** Whose the row would be by the offices of today, put back on the list of a meeting that is being prepared [GV143]. */
function renewedOf(off: TakenOffRow, listed: readonly AttendeeRow[], seats: readonly SeatShown[]) {
  const back = { ...off, presence: 'present' as const, toldByName: null };
  return officesAnew([...listed, back], seats).find(
    ({ attendee, isLeft }) => attendee.id === off.id && isLeft !== true,
  );
}
