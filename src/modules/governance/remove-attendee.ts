import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { removeAttendee as operation } from './contract.ts';
import { deleteAttendee } from './db/attendees.ts';
import { withdrawInvitations } from './find-invitations.ts';

/**
 * Takes somebody off the list of those asked; their invitation, where it still waits, is not sent. Who is not on it is off
 * already [GV93].
 */
export const removeAttendee: Handler<typeof operation> = async ({ attendeeId, ...within }, context) =>
  changeBriefing(context, within, async () => {
    await withdrawInvitations(context, { ...within, attendeeId });
    const isTakenOff = await deleteAttendee(context.tx, within, attendeeId);
    return { answer: {}, subject: { attendee: attendeeId }, isStanding: !isTakenOff };
  });
