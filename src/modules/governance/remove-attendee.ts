import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { removeAttendee as operation } from './contract.ts';
import { selectAttendee } from './db/attendees.ts';
import { takeOffAttendee } from './db/attendees-taken-off.ts';
import { withdrawInvitations } from './find-invitations.ts';
import { judgeShown } from './judge-shown.ts';
import { namesReached } from './names-reached.ts';
import { keepNames } from './renew-attendees.ts';
import { settleParts } from './settle-parts.ts';

/**
 * Takes somebody off the list of those asked, under the name that they have today [GV143]; their invitation, where it still waits, is not
 * sent. The answer says whom an earlier one may have reached: the product tells them nothing more, also when the briefing is not
 * held [GV111]. Who is not on the list is off already [GV93].
 */
export const removeAttendee: Handler<typeof operation> = async (
  { attendeeId, fullName: shownName, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const { tx, clock } = context;
    await withdrawInvitations(context, { ...within, attendeeId });
    const reached = await namesReached(context, briefing, attendeeId);
    await keepNames(context, briefing, [attendeeId]);
    const attendee = await selectAttendee(tx, within, attendeeId);
    const refused = attendee ? judgeShown(attendee, shownName) : null;
    if (refused) return refused;
    const isTakenOff = await takeOffAttendee(tx, within, {
      id: attendeeId,
      byName: await callerName(context),
      at: clock.now(),
    });
    await settleParts(context, within);
    return { answer: { reached }, subject: { attendee: attendeeId }, isStanding: !isTakenOff };
  });
