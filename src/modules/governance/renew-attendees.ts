import type { Id } from '../../kernel/ids.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type AttendeeRow, renameAttendee, renewAttendee, selectAttendees } from './db/attendees.ts';
import { type BeforeRow, selectBefore } from './db/attendees-before.ts';
import type { BriefingRow } from './db/briefings.ts';
import { isEnded } from './domain/briefing.ts';
import { appointmentOf, holdsPlace } from './domain/invitation.ts';
import {
  holdersToCome,
  type ListedNow,
  listedAfterwards,
  listedNow,
  listedWhileHeld,
  officesAnew,
} from './domain/offices-anew.ts';
import { everyInvitation } from './every-invitation.ts';
import { officesOnDay, seatsAtMeeting, seatsOfPlaces } from './seats-of-list.ts';
import { settleParts } from './settle-parts.ts';

/** Who is asked to a briefing; while it is prepared by whoever holds the offices today [GV143], or held them on its day where that is over [GV260]. */
export async function attendeesNow(
  context: HandlerContext,
  briefing: BriefingRow,
): Promise<ListedNow<AttendeeRow>[]> {
  const { communeId, id: briefingId, state } = briefing;
  const attendees = await selectAttendees(context.tx, { communeId, briefingId });
  if (state !== 'preparing') return attendees.map((one) => ({ ...one, leftOffice: null }));
  const offices = await officesOnDay(context, briefing, attendees);
  return listedNow(attendees, { ...offices, held: await placesHeld(context, briefing, attendees) });
}

/** Somebody on a list as its page shows them. */
export type AttendeeOnPage = ListedNow<AttendeeRow> & {
  /** Who of the office may be said to have come instead [GV177]. */
  readonly holdersToCome: string[];
  /** Whose the row was before that was said of it. */
  readonly before: Omit<BeforeRow, 'id'> | null;
};

/**
 * The same as its page shows it: also at a meeting who has left the office since it began [GV201], or, where it is written down on a later
 * day, did not hold it on the day on which people met [GV178], and who of the office may have come instead [GV177].
 */
export async function attendeesShown(
  context: HandlerContext,
  briefing: BriefingRow,
): Promise<AttendeeOnPage[]> {
  const listed = await listedOnPage(context, briefing);
  const rows = await selectBefore(context.tx, { communeId: briefing.communeId, briefingId: briefing.id });
  const before = new Map(rows.map(({ id, ...row }) => [id, row]));
  return listed.map((one) => ({ ...one, before: before.get(one.id) ?? null }));
}

async function listedOnPage(
  context: HandlerContext,
  briefing: BriefingRow,
): Promise<Omit<AttendeeOnPage, 'before'>[]> {
  const attendees = await attendeesNow(context, briefing);
  if (briefing.state !== 'open') return attendees.map((one) => ({ ...one, holdersToCome: [] }));
  const seats = await seatsAtMeeting(context, briefing, attendees);
  const listed = briefing.metOn === context.clock.today() ? listedWhileHeld : listedAfterwards;
  return listed(attendees, seats).map((one) => ({
    ...one,
    holdersToCome: holdersToCome(one, { attendees, seats }),
  }));
}

/** The same with whose each place is, also in minutes that are written afterwards: no office stands there twice [GV211]. */
export async function placesNow(
  context: HandlerContext,
  briefing: BriefingRow,
): Promise<ListedNow<AttendeeRow>[]> {
  const attendees = await attendeesNow(context, briefing);
  const isToCome = briefing.state === 'preparing' && briefing.metOn >= context.clock.today();
  if (isEnded(briefing.state) || isToCome) return attendees;
  return listedWhileHeld(attendees, await seatsOfPlaces(context, briefing, attendees));
}

/**
 * Under whose name a place on the list is from now on, and in whose stead; undefined where it is still that person's, or all who hold the
 * office have places of their own [GV200].
 */
export async function holderOf(
  context: HandlerContext,
  briefing: BriefingRow,
  { attendees, place }: { readonly attendees: readonly AttendeeRow[]; readonly place: AttendeeRow },
): Promise<Pick<AttendeeRow, 'fullName' | 'isVacant' | 'note'> | undefined> {
  // What was said of who left is not said of their successor [GV210].
  const unsaid = attendees.map((one) => (one.id === place.id ? { ...one, toldByName: null } : one));
  const { seats, words } = await officesOnDay(context, briefing, attendees);
  const renewed = officesAnew(unsaid, seats, words);
  return renewed.find(({ attendee, isLeft }) => attendee.id === place.id && isLeft !== true);
}

/** The rows that an invitation holds for whoever they name [GV162]. */
async function placesHeld(
  { tx }: HandlerContext,
  briefing: BriefingRow,
  attendees: readonly AttendeeRow[],
): Promise<ReadonlySet<Id>> {
  const made = await everyInvitation(tx, { communeId: briefing.communeId, briefingId: briefing.id });
  const names = new Map(attendees.map(({ id, fullName }) => [id, fullName]));
  const holding = made.filter(
    (one) =>
      isSameName(one.toName, names.get(one.attendeeId) ?? '') && holdsPlace(one, appointmentOf(briefing)),
  );
  return new Set(holding.map(({ attendeeId }) => attendeeId));
}

/** Keeps under which name people of a list are invited, or something is said of them, from now on [GV143]. */
export async function keepNames(
  context: HandlerContext,
  briefing: BriefingRow,
  attendeeIds: readonly Id[],
): Promise<void> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const standing = new Map((await selectAttendees(context.tx, within)).map((one) => [one.id, one.fullName]));
  for (const { id, fullName, isVacant, note } of await attendeesNow(context, briefing))
    if (attendeeIds.includes(id) && standing.get(id) !== fullName)
      await renameAttendee(context.tx, within, { id, fullName, isVacant, note });
}

/**
 * Asks anew who holds the offices of a list, when the meeting begins, or who held them on the earlier day on which people met [GV136] [GV260]:
 * minutes would name somebody as there who has left, or who came later.
 */
export async function renewAttendees(context: HandlerContext, briefing: BriefingRow): Promise<void> {
  const { tx } = context;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const attendees = await selectAttendees(tx, within);
  const { seats, words } = await officesOnDay(context, briefing, attendees);
  for (const { attendee, fullName, isVacant, presence, note } of officesAnew(attendees, seats, words))
    await renewAttendee(tx, within, { id: attendee.id, fullName, isVacant, presence, note });
  await settleParts(context, within);
}
