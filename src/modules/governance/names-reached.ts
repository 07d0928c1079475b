import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import { latestOfEach } from './domain/invitation.ts';
import { findReached } from './find-invitations.ts';

/**
 * Whom invitations under a row of the list may have reached, by name, the latest first [GV174]: also whoever held the office before. Nobody
 * once the meeting has begun.
 */
export async function namesReached(
  context: HandlerContext,
  briefing: BriefingRow,
  attendeeId: Id,
): Promise<string[]> {
  if (briefing.state !== 'preparing') return [];
  const reached = await findReached(context, briefing);
  return latestOfEach(reached.filter((one) => one.attendeeId === attendeeId)).map(({ toName }) => toName);
}
