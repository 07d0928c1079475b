import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { handOverInvitation as operation } from './contract.ts';
import { markHandedOver } from './db/invitations.ts';
import { findInvited } from './find-invitations.ts';
import { judgeShown } from './judge-shown.ts';
import { attendeesNow } from './renew-attendees.ts';

/** Says on which day a printed invitation was handed over, and by whom [GV41]. */
export const handOverInvitation: Handler<typeof operation> = async (
  { attendeeId, fullName: shownName, handedOn, handedByName, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const { tx, clock } = context;
    const today = clock.today();
    if (handedOn > today)
      return refuse('handedInTheFuture', { handedOn: formatDate(handedOn), today: formatDate(today) });
    const invited = (await findInvited(context, briefing, await attendeesNow(context, briefing))).find(
      ({ attendee }) => attendee.places.some(({ id }) => id === attendeeId),
    );
    if (!invited) return refuse('notFound');
    const { invitation, attendee } = invited;
    const refused = judgeShown(attendee, shownName);
    if (refused) return refused;
    if (invitation?.way !== 'paper') return refuse('invitationNotPrinted', { name: attendee.fullName });
    const { communeId } = within;
    await markHandedOver(tx, {
      communeId,
      letterId: invitation.letterId,
      on: handedOn,
      byName: handedByName,
    });
    return { answer: {}, subject: { attendee: attendeeId, handedOn } };
  });
