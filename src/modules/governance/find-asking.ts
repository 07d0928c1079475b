import type { HandlerContext } from '../../platform/command.ts';
import { ruleValues } from '../programmes/index.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { InvitationRow } from './db/invitations.ts';
import type { Asking } from './domain/addressees.ts';
import { type ChairPart, chairPartOf } from './domain/attendance.ts';
import { isHeld } from './domain/briefing.ts';
import { isOfAnother, mayHaveReached } from './domain/invitation.ts';
import type { ListedNow } from './domain/offices-anew.ts';
import { everyInvitation } from './every-invitation.ts';
import { calledOffOf, findCalledOff } from './find-called-off.ts';

/** By which part, by the dated rule of its day [GV5], a briefing is chaired, and whom a letter has reached. */
export async function findAsking(
  context: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
  listed: readonly ListedNow<AttendeeRow>[],
): Promise<Asking> {
  const reached = await placesReached(context, briefing, listed);
  return { chairPart: await chairPartOn(context.tx, briefing), isHeld: isHeld(briefing.state), reached };
}

/**
 * The places of a list under which a letter may have reached who stands there [GV271]: of this briefing, or of one of its session that was called
 * off, since they too hear that it is held after all.
 *
 * @param inHand a mail that goes now, if it goes: by earlier attempts alone it may have come
 */
export async function placesReached(
  { tx }: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
  listed: readonly ListedNow<AttendeeRow>[],
  inHand?: InvitationRow['mailId'],
): Promise<ReadonlySet<AttendeeRow['id']>> {
  const made = await everyInvitation(tx, { communeId: briefing.communeId, briefingId: briefing.id });
  const reached = made.filter((one) => (one.mailId === inHand ? one.mayHaveCome : mayHaveReached(one)));
  const calledOff = await findCalledOff({ tx }, briefing);
  const places = listed.filter(
    (place) =>
      reached.some((one) => one.attendeeId === place.id && !isOfAnother(one, place)) ||
      calledOffOf(calledOff, { places: [place] }) !== undefined,
  );
  return new Set(places.map(({ id }) => id));
}

async function chairPartOn(
  tx: HandlerContext['tx'],
  { heldOn }: Pick<BriefingRow, 'heldOn'>,
): Promise<ChairPart> {
  return chairPartOf((await ruleValues(tx, heldOn)).of('briefingChair').value);
}
