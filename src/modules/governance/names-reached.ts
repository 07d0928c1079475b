import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { latestOfEach } from './domain/invitation.ts';
import { isForAnotherPlace } from './domain/letters.ts';
import { findReached } from './find-invitations.ts';

/**
 * Whom invitations under a row of the list may have reached, by name, the latest first [GV174]: also whoever held the office before. Nobody
 * once the meeting has begun, nor who comes under another office all the same, by the same letter [GV221].
 */
export async function namesReached(
  context: HandlerContext,
  briefing: BriefingRow,
  attendeeId: Id,
): Promise<string[]> {
  if (briefing.state !== 'preparing') return [];
  const reached = await findReached(context, briefing);
  const listed = await selectAttendees(context.tx, {
    communeId: briefing.communeId,
    briefingId: briefing.id,
  });
  const left = reached.filter(
    (one) => one.attendeeId === attendeeId && !isForAnotherPlace(one, { made: reached, listed }),
  );
  return latestOfEach(left).map(({ toName }) => toName);
}
