import type { HandlerContext } from '../../platform/command.ts';
import { renewAttendee, selectAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { officesAnew } from './domain/offices-anew.ts';
import { findSeats } from './find-seats.ts';

/**
 * Asks anew who holds the offices of a list, when the meeting begins on the day it is held [GV136]: minutes would name somebody as there
 * who has left. Who held them on an earlier day is not asked: that list is as it was prepared, and people correct it.
 */
export async function renewAttendees(context: HandlerContext, briefing: BriefingRow): Promise<void> {
  const { tx } = context;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const attendees = await selectAttendees(tx, within);
  const keys = attendees.flatMap(({ seat }) => (seat === null ? [] : [seat]));
  const seats = await findSeats(context, briefing.communeId, keys);
  for (const { attendee, ...renewed } of officesAnew(attendees, seats))
    await renewAttendee(tx, within, { id: attendee.id, ...renewed });
}
