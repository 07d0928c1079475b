import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { MailStanding } from '../../platform/mail/mail.ts';
import { mailStandings } from '../../platform/mail/queue-mail.ts';
import { type AttendeeRow, renameAttendee, renewAttendee, selectAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectEveryInvitation } from './db/invitations.ts';
import { type ListedNow, listedNow, officesAnew } from './domain/offices-anew.ts';
import { findSeats } from './find-seats.ts';

/** Who is asked to a briefing; while it is prepared by whoever holds the offices today [GV143]. */
export async function attendeesNow(
  context: HandlerContext,
  { communeId, id: briefingId, state }: BriefingRow,
): Promise<ListedNow<AttendeeRow>[]> {
  const { tx } = context;
  const attendees = await selectAttendees(tx, { communeId, briefingId });
  if (state !== 'preparing') return attendees.map((one) => ({ ...one, leftOffice: null }));
  const keys = attendees.flatMap(({ seat }) => (seat === null ? [] : [seat]));
  const seats = await findSeats(context, communeId, keys);
  const made = await selectEveryInvitation(tx, { communeId, briefingId });
  const mailIds = made.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]));
  const mails = await mailStandings(tx, communeId, mailIds);
  // What was taken back reached nobody, and what waits for somebody who has left is not sent [GV156].
  const standing = made.filter(({ mailId }) => mailId === null || !hasReachedNobody(mails.get(mailId)));
  return listedNow(attendees, { seats, invited: new Set(standing.map(({ attendeeId }) => attendeeId)) });
}

function hasReachedNobody(mail: Pick<MailStanding, 'state'> | undefined): boolean {
  return mail?.state === 'withdrawn' || mail?.state === 'waiting';
}

/** Keeps under which name people of a list are invited, or something is said of them, from now on [GV143]. */
export async function keepNames(
  context: HandlerContext,
  briefing: BriefingRow,
  attendeeIds: readonly Id[],
): Promise<void> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const standing = new Map((await selectAttendees(context.tx, within)).map((one) => [one.id, one.fullName]));
  for (const { id, fullName, note } of await attendeesNow(context, briefing))
    if (attendeeIds.includes(id) && standing.get(id) !== fullName)
      await renameAttendee(context.tx, within, { id, fullName, note });
}

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
  for (const { attendee, fullName, presence, note } of officesAnew(attendees, seats))
    await renewAttendee(tx, within, { id: attendee.id, fullName, presence, note });
}
