import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { printInvitations as operation } from './contract.ts';
import { findInvited, type Invited } from './find-invitations.ts';
import { makeOutInvitations, refuseTooLate } from './make-out-invitations.ts';
import { attendeesNow } from './renew-attendees.ts';

/**
 * Keeps that invitations were printed, to be handed over; printed twice for one meeting, with the same to bring, it is kept once [GV41]. Who has left the office
 * since they were invited is not invited again [GV162].
 */
export const printInvitations: Handler<typeof operation> = async ({ attendeeIds, ...within }, context) =>
  changeBriefing(context, within, async (briefing) => {
    const tooLate = refuseTooLate(context, briefing);
    if (tooLate) return tooLate;
    const asked = new Set(attendeeIds);
    const invited = await findInvited(context, briefing, await attendeesNow(context, briefing));
    const toPrint = invited.filter(
      (one) =>
        one.attendee.places.some(({ id }) => asked.has(id)) &&
        one.attendee.leftOffice === null &&
        !hasPaper(one),
    );
    const madeOut = toPrint.map(({ attendee }) => ({ attendee, way: 'paper' as const, mailId: null }));
    await makeOutInvitations(context, briefing, madeOut);
    return { answer: { printed: toPrint.length }, subject: { printed: toPrint.length } };
  });

function hasPaper({ invitation }: Invited): boolean {
  return (
    invitation !== null && invitation.way === 'paper' && !invitation.isOutdated && !invitation.asksOtherwise
  );
}
