import type { Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type FormerHolder, holdersOfMeeting } from './domain/former-holders.ts';
import { isGivenTo, seatsNamed } from './domain/seats.ts';
import { findOffices, judgeOwner, type OwnerToJudge } from './find-seats.ts';

/** A meeting whose day is asked, and whose list. */
type Meeting = Pick<BriefingRow, 'communeId' | 'id' | 'metOn'>;

/**
 * Who held an office on the day of a meeting, or stands on its list under one, and holds it no more, where the meeting is written down on a later
 * day [GV273]; of one of today, or to come, nobody: there an office is its holder's.
 */
export async function formerHolders(
  context: HandlerContext,
  { communeId, id: briefingId, metOn }: Meeting,
): Promise<FormerHolder[]> {
  if (metOn >= context.clock.today()) return [];
  const before = await findOffices(context, communeId, metOn);
  const now = await findOffices(context, communeId);
  const listed = await selectAttendees(context.tx, { communeId, briefingId });
  return holdersOfMeeting({ before: before.seats, now: now.seats, listed });
}

/** As {@link judgeOwner}, of something that a meeting gives: also to who held the office when people met [GV273]. */
export async function judgeOwnerInMeeting(
  context: HandlerContext,
  briefing: Meeting,
  owner: OwnerToJudge,
): Promise<Refusal<'seatUnknown' | 'ownerLeft'> | null> {
  const refused = await judgeOwner(context, { communeId: briefing.communeId, ...owner });
  const { seat, name } = owner;
  if (refused?.refused !== 'ownerLeft' || seat === null || name === null) return refused;
  const former = seatsNamed(await formerHolders(context, briefing), seat);
  return isGivenTo(name, former) ? null : refused;
}
