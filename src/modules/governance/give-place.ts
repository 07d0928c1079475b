import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { givePlace as operation } from './contract.ts';
import { givePlaceOnList } from './db/attendees-taken-off.ts';
import { withdrawInvitations } from './find-invitations.ts';
import { judgeShown } from './judge-shown.ts';
import { namesReached } from './names-reached.ts';
import { attendeesNow, holderOf } from './renew-attendees.ts';

/**
 * Gives the place of somebody who was invited and has left the office to whoever holds it now [GV163]: with its office, in its order, not
 * invited yet. Who left is taken off the list, as by hand. Where nobody is there who left, all is as it was asked [GV93].
 */
export const givePlace: Handler<typeof operation> = async (
  { attendeeId, fullName: shownName, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const subject = { attendee: attendeeId };
    const left = (await attendeesNow(context, briefing)).find(
      ({ id, leftOffice }) => id === attendeeId && leftOffice !== null,
    );
    const holder = left && (await holderOf(context, briefing.communeId, left));
    if (!holder) return { answer: { invited: [] }, subject, isStanding: true };
    const refused = judgeShown(left, shownName);
    if (refused) return refused;
    await withdrawInvitations(context, { ...within, attendeeId });
    const toId = context.newId();
    await givePlaceOnList(context.tx, within, {
      ...{ id: attendeeId, toId, fullName: holder.fullName, isVacant: holder.isVacant, note: holder.note },
      byName: await callerName(context),
      at: context.clock.now(),
    });
    const invited = await namesReached(context, briefing, attendeeId);
    return { answer: { invited }, subject: { ...subject, to: toId } };
  });
