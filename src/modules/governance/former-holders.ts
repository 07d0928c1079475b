import { formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { holdersOfMeeting, withoutLater } from './domain/former-holders.ts';
import { parseSeat, type SeatKey, type SeatShown } from './domain/seat.ts';
import { holderMeant, isGivenTo, NOBODY, seatsNamed } from './domain/seats.ts';
import { findOffices, findSeats, findSeatsOn, judgeOwner, type OwnerToJudge } from './find-seats.ts';

/** A meeting whose day is asked, and whose list. */
type Meeting = Pick<BriefingRow, 'communeId' | 'id' | 'metOn' | 'state'>;

/**
 * The offices to which a meeting may give something. While it goes on, also under whom its list names and who has left one since, behind the
 * holders of today: by its title alone an office is theirs [GV262]. Where it is written down on a later day they are those of its day: with who
 * held one then and holds it no more [GV273], without who holds one only since, or stands on its list and did not then [GV260]. Of a meeting
 * of today that has not begun, or to come, an office is its holder's.
 */
export async function ownersOffered(context: HandlerContext, meeting: Meeting): Promise<SeatShown[]> {
  const { communeId, id: briefingId, metOn, state } = meeting;
  const { seats: now } = await findOffices(context, communeId);
  const isOfToday = metOn >= context.clock.today();
  if (isOfToday && state !== 'open') return [...now];
  const listed = await selectAttendees(context.tx, { communeId, briefingId });
  if (isOfToday) return [...now, ...holdersOfMeeting({ before: [], now, listed })];
  const { seats: before } = await findOffices(context, communeId, metOn);
  const unknownThen = listed.filter(({ seat }) => seat !== null && !isKnownOn(before, seat));
  // Before today's holders: whose letters find both was at the meeting.
  return [...holdersOfMeeting({ before, now, listed: unknownThen }), ...withoutLater(now, before)];
}

/** Whether it is known who held an office on an earlier day: who led a group then nobody knows but its list [GV178]. */
function isKnownOn(before: readonly SeatShown[], seat: SeatKey): boolean {
  return parseSeat(seat)?.role !== 'groupLeader' && seatsNamed(before, seat).length > 0;
}

/** Why something is not given to an office by a meeting. */
export type OwnerRefused = Refusal<'seatUnknown' | 'ownerLeft' | 'ownerSince'>;

/** As {@link judgeOwner}, of something that a meeting gives, to one of {@link ownersOffered}. */
export async function judgeOwnerInMeeting(
  context: HandlerContext,
  meeting: Meeting,
  owner: OwnerToJudge,
): Promise<OwnerRefused | null> {
  const since = await refuseSince(context, meeting, [owner]);
  if (since) return since;
  const refused = await judgeOwner(context, { communeId: meeting.communeId, ...owner });
  const { seat, name } = owner;
  if (refused?.refused !== 'ownerLeft' || seat === null || name === null) return refused;
  const offered = seatsNamed(await ownersOffered(context, meeting), seat);
  return isGivenTo(name, offered) ? null : refused;
}

/**
 * Refuses to give something by a meeting of an earlier day to who holds the office only since [GV260]: whether it was given before the day
 * was told is not asked, since the papers name who held it then.
 */
export async function refuseSince(
  context: HandlerContext,
  { communeId, metOn }: Pick<Meeting, 'communeId' | 'metOn'>,
  owners: readonly OwnerToJudge[],
): Promise<Refusal<'ownerSince'> | null> {
  const keys = owners.flatMap(({ seat }) => seat ?? []);
  if (metOn >= context.clock.today() || keys.length === 0) return null;
  const now = await findSeats(context, communeId, keys);
  const before = await findSeatsOn(context, { communeId, on: metOn }, keys);
  const then = withoutLater(now, before);
  for (const { seat, name } of owners) {
    const meant = seat === null || name === null ? undefined : holderMeant(name, seatsNamed(now, seat));
    if (meant === undefined || then.includes(meant)) continue;
    const names = seatsNamed(before, meant.seat).flatMap(({ holderName }) => holderName ?? []);
    return refuse('ownerSince', {
      ...{ name: meant.holderName ?? meant.title, title: meant.title, metOn: formatDate(metOn) },
      holder: names.length === 0 ? NOBODY : names.join('; '),
    });
  }
  return null;
}
