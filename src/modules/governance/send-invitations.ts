import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { queueMails } from '../../platform/mail/queue-mail.ts';
import { afterQuietHours } from '../../platform/mail/quiet-hours.ts';
import { changeBriefing } from './change-briefing.ts';
import type { sendInvitations as operation } from './contract.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type InvitationContent, invitationSubject, invitationText } from './domain/invitation-text.ts';
import { findAsking } from './find-asking.ts';
import { findInvitationContent } from './find-invitation-content.ts';
import { findInvited, type Invited, withdrawWaitingMails } from './find-invitations.ts';
import { mailQuietHours } from './mail-rules.ts';
import { makeOutInvitations, refuseTooLate } from './make-out-invitations.ts';
import { attendeesNow } from './renew-attendees.ts';

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
      const tooLate = refuseTooLate(context, briefing);
      if (tooLate) return tooLate;
      const dueAt = afterQuietHours(clock.now(), await mailQuietHours(tx, clock.today()));
      const listed = await attendeesNow(context, briefing);
      const asking = await findAsking(context, briefing, listed);
      const content = await findInvitationContent(context, briefing, { listed, asking });
      const asked = new Set(attendeeIds);
      const meant = (await findInvited(context, briefing, listed)).filter(({ attendee }) =>
        attendee.places.some(({ id }) => asked.has(id)),
      );
      const toWrite = meant.filter((invited) => isToBeWritten(invited, again));
      await invite(context, { briefing, content, dueAt }, toWrite);
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

/** Somebody to be written to. */
type Addressed = Invited & { readonly address: string };

/**
 * Whoever has an address, is still in the office, and has no invitation by mail for the meeting as it stands that waits or went, unless a paper
 * told them otherwise since [GV117].
 */
function isToBeWritten(invited: Invited, again: boolean): invited is Addressed {
  const { attendee, address, mailed } = invited;
  if (address === null || attendee.leftOffice !== null) return false;
  if (mailed === null || mailed.isOutdated) return true;
  if (mailed.state === 'waiting') return false;
  // By a paper since then they know of another day, hour or place.
  if (invited.invitation?.isOutdated === true) return true;
  return again || mailed.state !== 'sent';
}

async function invite(
  context: HandlerContext,
  {
    briefing,
    content,
    dueAt,
  }: { readonly briefing: BriefingRow; readonly content: InvitationContent; readonly dueAt: Date },
  toWrite: readonly Addressed[],
): Promise<void> {
  const { communeId } = briefing;
  // What still waits names the day before the meeting was moved, or whoever held the office before [GV156].
  const before = toWrite.flatMap(({ mailed, notSent }) => mailed ?? notSent ?? []);
  await withdrawWaitingMails(context.tx, communeId, before);
  const mails = toWrite.map(({ attendee, address, replaced }) => ({
    ...{ communeId, kind: INVITATION_MAIL, dueAt },
    subject: invitationSubject(content, replaced),
    toSeat: attendee.seat,
    toName: attendee.fullName,
    toAddress: address,
    text: invitationText(content, attendee, replaced),
  }));
  const mailIds = await queueMails(context, mails);
  const madeOut = toWrite.map(({ attendee }, i) => ({
    attendee,
    way: 'mail' as const,
    mailId: mailIds[i] ?? null,
  }));
  await makeOutInvitations(context, briefing, madeOut);
}
