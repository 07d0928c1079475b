import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { afterQuietHours } from '../../platform/mail/quiet-hours.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { sendInvitations as operation } from './contract.ts';
import type { BriefingRow } from './db/briefings.ts';
import { insertInvitation } from './db/invitations.ts';
import { type InvitationContent, invitationSubject, invitationText } from './domain/invitation-text.ts';
import { findInvitationContent, findInvited, type Invited, withdrawInvitations } from './find-invitations.ts';
import { mailQuietHours } from './mail-rules.ts';

/** What mails of invitations are about, for whoever attaches the paper to them. */
export const INVITATION_MAIL = 'governance.invitation';

/**
 * Queues invitations by mail, after the quiet hours [GV41], [GV42]. Pressed twice, by one or by two people, everybody is
 * written to once: the briefing's row is locked, and the second sees what the first queued.
 */
export const sendInvitations =
  ({ hasMail }: { readonly hasMail: boolean }): Handler<typeof operation> =>
  async ({ attendeeIds, again, ...within }, context) => {
    if (!hasMail) return refuse('mailNotSetUp');
    return changeBriefing(context, within, async (briefing) => {
      const { tx, clock } = context;
      if (briefing.state !== 'preparing')
        return refuse('tooLateToInvite', { heldOn: formatDate(briefing.heldOn) });
      const dueAt = afterQuietHours(clock.now(), await mailQuietHours(tx, clock.today()));
      const content = await findInvitationContent(context, briefing);
      const asked = new Set(attendeeIds);
      const meant = (await findInvited(context, briefing)).filter(({ attendee }) => asked.has(attendee.id));
      const toWrite = meant.filter((invited) => isToBeWritten(invited, again));
      for (const invited of toWrite) await invite(context, { briefing, content, dueAt }, invited);
      return {
        answer: {
          queued: toWrite.length,
          passedOver: meant.length - toWrite.length,
          dueAt: dueAt.toISOString(),
        },
        subject: { invited: toWrite.length },
      };
    });
  };

/** Whoever has an address, and no invitation by mail for the meeting as it stands that waits or went. */
function isToBeWritten({ address, invitation }: Invited, again: boolean): boolean {
  if (address === null) return false;
  if (invitation === null || invitation.isOutdated) return true;
  if (invitation.state === 'waiting') return false;
  return again || invitation.state !== 'sent';
}

async function invite(
  context: HandlerContext,
  {
    briefing,
    content,
    dueAt,
  }: { readonly briefing: BriefingRow; readonly content: InvitationContent; readonly dueAt: Date },
  { attendee, address }: Invited,
): Promise<void> {
  const { tx, caller, clock, newId } = context;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  // What still waits names the day before the meeting was moved.
  await withdrawInvitations(context, { ...within, attendeeId: attendee.id });
  const mailId = await queueMail(context, {
    communeId: briefing.communeId,
    kind: INVITATION_MAIL,
    toName: attendee.fullName,
    toAddress: address ?? '',
    subject: invitationSubject(content),
    text: invitationText(content, attendee),
    dueAt,
  });
  await insertInvitation(tx, within, {
    id: newId(),
    attendeeId: attendee.id,
    way: 'mail',
    mailId,
    heldOn: briefing.heldOn,
    startsAt: briefing.startsAt,
    place: briefing.place,
    madeBy: caller.userId,
    madeByName: await callerName(context),
    madeAt: clock.now(),
  });
}
