import type { OutputOf } from '../../kernel/contract.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { mailPause } from '../../platform/mail/mail-limits.ts';
import type { listInvitations as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { invitationSubject, invitationText } from './domain/invitation-text.ts';
import { findInvitationContent, findInvited, problemText, type Standing } from './find-invitations.ts';
import { mailLimits, mailQuietHours } from './mail-rules.ts';

type Shown = NonNullable<OutputOf<typeof operation>['recipients'][number]['invitation']>;

/** Whom a briefing invites and how each invitation stands [GV41]; `hasMail`: a mail server is set. */
export const listInvitations =
  ({ hasMail }: { readonly hasMail: boolean }): Handler<typeof operation> =>
  async ({ communeId, briefingId }, context) => {
    const { tx, clock } = context;
    const briefing = await selectBriefing(tx, communeId, briefingId);
    if (!briefing) return refuse('notFound');
    const content = await findInvitationContent(context, briefing);
    const invited = await findInvited(context, briefing);
    return {
      heldOn: briefing.heldOn,
      today: clock.today(),
      communeName: content.communeName,
      canInvite: briefing.state === 'preparing',
      hasMail,
      pausedUntil: hasMail ? await pausedUntil(context) : null,
      quietHours: await mailQuietHours(tx, clock.today()),
      subject: invitationSubject(content),
      bring: briefing.bring,
      recipients: invited.map(({ attendee, address, invitation }) => ({
        attendeeId: attendee.id,
        part: attendee.part,
        fullName: attendee.fullName,
        capacity: attendee.capacity,
        address,
        text: invitationText(content, attendee),
        invitation: invitation && shown(invitation),
      })),
    };
  };

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
