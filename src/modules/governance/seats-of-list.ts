import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { OfficesOnDay } from './domain/offices-anew.ts';
import { vietnamTime } from './domain/papers/hours.ts';
import { renewedOnDay } from './domain/renewed-words.ts';
import { parseSeat, type SeatShown } from './domain/seat.ts';
import { type CommuneOn, findSeats, findSeatsOn } from './find-seats.ts';

type Meeting = Pick<BriefingRow, 'communeId' | 'metOn'>;
type Place = Pick<AttendeeRow, 'seat'>;

/** The commune as a meeting's list goes by it: of today, or of the day on which people met, or would have, where that is over [GV178] [GV260]. */
export function communeAt({ clock }: HandlerContext, { communeId, metOn }: Meeting): CommuneOn {
  const today = clock.today();
  return { communeId, on: metOn < today ? metOn : today };
}

/** The offices of a list, whose holders every reader of it is told alike [GV165]. */
export function seatsInCommune(
  context: HandlerContext,
  communeId: Id,
  places: readonly Place[],
): Promise<SeatShown[]> {
  return findSeats(context, communeId, keysOf(places));
}

/** The same on the day by which the list goes; a group has the leader of today, the only one who is known. */
export function seatsOfPlaces(
  context: HandlerContext,
  meeting: Meeting,
  places: readonly Place[],
): Promise<SeatShown[]> {
  return findSeatsOn(context, communeAt(context, meeting), keysOf(places));
}

/** The same without the groups where that day is over: who led one then nobody knows, and is not told [GV178]. */
export function seatsAtMeeting(
  context: HandlerContext,
  meeting: Meeting,
  places: readonly Place[],
): Promise<SeatShown[]> {
  const known =
    meeting.metOn < context.clock.today()
      ? places.filter(({ seat }) => seat !== null && parseSeat(seat)?.role !== 'groupLeader')
      : places;
  return seatsOfPlaces(context, meeting, known);
}

/** The same with how a row says that it is another's: who came to an office after the day has handed it on to nobody [GV260]. */
export async function officesOnDay(
  context: HandlerContext,
  meeting: Meeting & Pick<BriefingRow, 'preparedAt'>,
  places: readonly Place[],
): Promise<OfficesOnDay> {
  const { communeId, metOn, preparedAt } = meeting;
  const seats = await seatsAtMeeting(context, meeting, places);
  if (metOn >= context.clock.today()) return { seats };
  const preparedOn = vietnamTime(preparedAt.toISOString()).on;
  const before =
    preparedOn > metOn ? [] : await findSeatsOn(context, { communeId, on: preparedOn }, keysOf(places));
  return { seats, words: renewedOnDay(before) };
}

function keysOf(places: readonly Place[]): string[] {
  return places.flatMap(({ seat }) => seat ?? []);
}
