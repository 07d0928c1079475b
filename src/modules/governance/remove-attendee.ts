import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { removeAttendee as operation } from './contract.ts';
import { takeOffAttendee } from './db/attendees-taken-off.ts';
import { findReached, withdrawInvitations } from './find-invitations.ts';

/**
 * Takes somebody off the list of those asked; their invitation, where it still waits, is not sent. Where an earlier one may
 * have reached them the answer says so: the product tells them nothing more, also when the briefing is not held [GV111]. Who is not on
 * the list is off already [GV93].
 */
export const removeAttendee: Handler<typeof operation> = async ({ attendeeId, ...within }, context) =>
  changeBriefing(context, within, async (briefing) => {
    await withdrawInvitations(context, { ...within, attendeeId });
    const isTakenOff = await takeOffAttendee(context.tx, within, {
      id: attendeeId,
      byName: await callerName(context),
      at: context.clock.now(),
    });
    const reached = briefing.state === 'preparing' ? await findReached(context, briefing) : [];
    const mayBeInvited = reached.some((invitation) => invitation.attendeeId === attendeeId);
    return { answer: { mayBeInvited }, subject: { attendee: attendeeId }, isStanding: !isTakenOff };
  });
