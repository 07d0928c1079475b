import type { HandlerContext } from '../../platform/command.ts';
import { movePart, selectAttendees } from './db/attendees.ts';
import type { Within } from './db/within.ts';
import { partAsked, placesForOwnPart } from './domain/guest-seat.ts';

/** Brings into the part of its office who was asked as “khác”, where nobody of the office is to be there in it since [GV267]. */
export async function settleParts({ tx }: Pick<HandlerContext, 'tx'>, within: Within): Promise<void> {
  const places = await selectAttendees(tx, within);
  for (const place of placesForOwnPart(places))
    await movePart(tx, within, { id: place.id, part: partAsked(place, places) });
}
