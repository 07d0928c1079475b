import type { OutputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { mailPause } from '../../platform/mail/mail-limits.ts';
import { mailStandings } from '../../platform/mail/queue-mail.ts';
import type { listInvitations as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { selectCancellations } from './db/cancellations.ts';
import type { Within } from './db/within.ts';
import { cancellationState } from './domain/cancellation.ts';
import { invitationSubject, invitationText } from './domain/invitation-text.ts';
import {
  findChair,
  findInvitationContent,
  findInvited,
  findToTell,
  problemText,
  type Standing,
} from './find-invitations.ts';
import { mailLimits, mailQuietHours } from './mail-rules.ts';

type Recipient = OutputOf<typeof operation>['recipients'][number];
type Shown = NonNullable<Recipient['invitation']>;

/** Whom a briefing invites and how each invitation stands [GV41]; `hasMail`: a mail server is set. */
export const listInvitations =
  ({ hasMail }: { readonly hasMail: boolean }): Handler<typeof operation> =>
  async ({ communeId, briefingId }, context) => {
    const { tx, clock } = context;
    const briefing = await selectBriefing(tx, communeId, briefingId);
    if (!briefing) return refuse('notFound');
    const content = await findInvitationContent(context, briefing);
    const invited = await findInvited(context, briefing);
    const toTell = await findToTell(context, briefing, invited);
    const chair = await findChair(context, briefing);
    const told = await findTold(context, { communeId, briefingId });
    return {
      heldOn: briefing.heldOn,
      today: clock.today(),
      communeName: content.communeName,
      canInvite: briefing.state === 'preparing',
      isCancelled: briefing.state === 'cancelled',
      hasMail,
      pausedUntil: hasMail ? await pausedUntil(context) : null,
      quietHours: await mailQuietHours(tx, clock.today()),
      subject: invitationSubject(content),
      bring: briefing.bring,
      chair: chair ? { fullName: chair.fullName, capacity: chair.capacity } : null,
      recipients: invited.map(({ attendee, address, invitation }) => ({
        attendeeId: attendee.id,
        part: attendee.part,
        fullName: attendee.fullName,
        capacity: attendee.capacity,
        address,
        text: invitationText(content, attendee),
        invitation: invitation && shown(invitation),
        isToBeTold: toTell.some((one) => one.attendee.id === attendee.id),
        cancellation: told.get(attendee.id) ?? null,
      })),
    };
  };

/** How each person who was invited is told that the briefing is not held, by attendee [GV111]. */
async function findTold(
  { tx }: HandlerContext,
  within: Within,
): Promise<ReadonlyMap<Id, NonNullable<Recipient['cancellation']>>> {
  const rows = await selectCancellations(tx, within);
  const mailIds = rows.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]));
  const mails = await mailStandings(tx, within.communeId, mailIds);
  return new Map(
    rows.map(({ attendeeId, mailId }) => {
      const mail = mailId === null ? undefined : mails.get(mailId);
      const state = cancellationState(mail?.state);
      const nextAt = state === 'waiting' ? (mail?.dueAt.toISOString() ?? null) : null;
      const sentAt = mail?.sentAt?.toISOString() ?? null;
      return [attendeeId, { state, sentAt, problem: problemText(mail), nextAt }];
    }),
  );
}

/** Until when mail pauses: it is about the server, so the scope is widened for this one question and set back. */
async function pausedUntil({ tx, caller, clock }: HandlerContext): Promise<string | null> {
  const { pauseAfterFailures } = await mailLimits(tx, clock.today());
  await setScope(tx, { ...caller.scope, system: true });
  const until = await mailPause(tx, { now: clock.now(), pauseAfterFailures });
  await setScope(tx, caller.scope);
  return until?.toISOString() ?? null;
}

function shown({ state, madeByName, madeAt, mail, isOutdated, handedOn, handedByName }: Standing): Shown {
  return {
    ...{ state, madeByName, isOutdated, handedOn, handedByName },
    madeAt: madeAt.toISOString(),
    sentAt: mail?.sentAt?.toISOString() ?? null,
    problem: problemText(mail),
    nextAt: state === 'waiting' ? (mail?.dueAt.toISOString() ?? null) : null,
    attempts: mail?.attempts ?? 0,
  };
}
