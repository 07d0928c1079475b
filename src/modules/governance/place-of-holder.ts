import { formatDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type AttendeeRow, selectAttendees } from './db/attendees.ts';
import { giveRowBack, giveRowToHolder, selectBefore } from './db/attendees-before.ts';
import type { BriefingRow } from './db/briefings.ts';
import { holdersToCome } from './domain/offices-anew.ts';
import { seatsAtMeeting } from './seats-of-list.ts';

/** To whom a row goes with what is said in it: to the holder of its office, or back to whose it was before. */
export type PlaceGoes = { readonly to: 'holder' | 'before'; readonly fullName: string };

/**
 * Checks to whom the row of a meeting's list may go with what is said in it [GV177]: to a holder of its office who has no place of it, or
 * back to whose it was before.
 */
export async function judgePlaceOf(
  context: HandlerContext,
  briefing: BriefingRow,
  { standing, placeOf }: { readonly standing: AttendeeRow; readonly placeOf: string },
): Promise<Outcome<PlaceGoes, 'briefingNotOpen' | 'placeOfOther'>> {
  if (briefing.state !== 'open') return refuse('briefingNotOpen', { heldOn: formatDate(briefing.heldOn) });
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const before = (await selectBefore(context.tx, within)).find(({ id }) => id === standing.id);
  if (before && isSameName(before.fullName, placeOf)) return { to: 'before', fullName: before.fullName };
  const attendees = await selectAttendees(context.tx, within);
  const seats = await seatsAtMeeting(context, briefing, [standing]);
  const holder = holdersToCome(standing, { attendees, seats }).find((name) => isSameName(name, placeOf));
  if (holder !== undefined) return { to: 'holder', fullName: holder };
  const { fullName, capacity } = standing;
  return refuse('placeOfOther', { name: placeOf, listed: fullName, capacity });
}

/** Gives a row of a meeting's list to whom {@link judgePlaceOf} said. */
export async function passPlace(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeId, id: briefingId }: BriefingRow,
  { attendeeId, goes }: { readonly attendeeId: AttendeeRow['id']; readonly goes: PlaceGoes },
): Promise<void> {
  const within = { communeId, briefingId };
  if (goes.to === 'before') await giveRowBack(tx, within, attendeeId);
  else await giveRowToHolder(tx, within, { id: attendeeId, fullName: goes.fullName });
}
