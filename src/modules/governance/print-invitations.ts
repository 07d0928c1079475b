import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { printInvitations as operation } from './contract.ts';
import { insertInvitation } from './db/invitations.ts';
import { findInvited, type Invited } from './find-invitations.ts';

/** Keeps that invitations were printed, to be handed over; printed twice for one meeting it is kept once [GV41]. */
export const printInvitations: Handler<typeof operation> = async ({ attendeeIds, ...within }, context) =>
  changeBriefing(context, within, async (briefing) => {
    const { tx, caller, clock, newId } = context;
    const { heldOn, startsAt, place } = briefing;
    if (briefing.state !== 'preparing') return refuse('tooLateToInvite', { heldOn: formatDate(heldOn) });
    const asked = new Set(attendeeIds);
    const invited = await findInvited(context, briefing);
    const toPrint = invited.filter((one) => asked.has(one.attendee.id) && !hasPaper(one));
    for (const { attendee } of toPrint)
      await insertInvitation(tx, within, {
        id: newId(),
        attendeeId: attendee.id,
        way: 'paper',
        mailId: null,
        ...{ heldOn, startsAt, place },
        madeBy: caller.userId,
        madeByName: await callerName(context),
        madeAt: clock.now(),
      });
    return { answer: { printed: toPrint.length }, subject: { printed: toPrint.length } };
  });

function hasPaper({ invitation }: Invited): boolean {
  return invitation !== null && invitation.way === 'paper' && !invitation.isOutdated;
}
