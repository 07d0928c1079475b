import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { givePlace as operation } from './contract.ts';
import { givePlaceOnList, takeOffAttendee } from './db/attendees-taken-off.ts';
import { withdrawInvitations } from './find-invitations.ts';
import { judgeShown } from './judge-shown.ts';
import { namesReached } from './names-reached.ts';
import { attendeesNow, holderOf } from './renew-attendees.ts';
import { settleParts } from './settle-parts.ts';

/**
 * Gives the place of somebody who was invited and has left the office to whoever holds it now [GV163]: with its office, in its order, not
 * invited yet. Who left is taken off the list, as by hand; only that is
 * done where all who hold it have places already [GV200]. Where nobody is there who left, all is as it was asked, and who was taken off by
 * it is named again [GV93] [GV174].
 */
export const givePlace: Handler<typeof operation> = async (
  { attendeeId, fullName: shownName, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const subject = { attendee: attendeeId };
    const attendees = await attendeesNow(context, briefing);
    const left = attendees.find(({ id, leftOffice }) => id === attendeeId && leftOffice !== null);
    if (!left) {
      const isOff = attendees.every(({ id }) => id !== attendeeId);
      const reached = isOff ? await namesReached(context, briefing, attendeeId) : [];
      return { answer: { reached }, subject, isStanding: true };
    }
    const refused = judgeShown(left, shownName);
    if (refused) return refused;
    await withdrawInvitations(context, { ...within, attendeeId });
    const off = { id: attendeeId, byName: await callerName(context), at: context.clock.now() };
    const holder = await holderOf(context, briefing, { attendees, place: left });
    const toId = holder && context.newId();
    if (holder && toId !== undefined) {
      const { fullName, isVacant, note } = holder;
      await givePlaceOnList(context.tx, within, { ...off, toId, fullName, isVacant, note });
    } else await takeOffAttendee(context.tx, within, off);
    await settleParts(context, within);
    const reached = await namesReached(context, briefing, attendeeId);
    return { answer: { reached }, subject: { ...subject, ...(toId === undefined ? {} : { to: toId }) } };
  });
