import { isRefusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type Platform, runQuestion } from '../../platform/command.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import type { ClaimedMail, MailContent } from '../../platform/mail/mail.ts';
import { selectBriefing } from './db/briefings.ts';
import { selectBriefingOfSession } from './db/briefings-of-session.ts';
import { selectBriefingCalledOffBy } from './db/cancellations.ts';

/**
 * What a mail says that tells of a briefing that is not held: what it was queued with. `withdrawn`: the session has another since, and the mail
 * was in hand or put off when that was prepared [GV223].
 */
export async function callingOffContent(
  platform: Platform,
  { communeId, id: mailId, text }: Pick<ClaimedMail, 'communeId' | 'id' | 'text'>,
): Promise<MailContent | 'withdrawn'> {
  const scope = { ...NO_SCOPE, communeIds: [communeId], system: true };
  const isHeldAgain = await runQuestion(platform, { caller: systemCaller(scope) }, async ({ tx }) => {
    const briefingId = await selectBriefingCalledOffBy(tx, communeId, mailId);
    const briefing = briefingId && (await selectBriefing(tx, communeId, briefingId));
    return briefing !== undefined && (await selectBriefingOfSession(tx, briefing)) !== undefined;
  });
  if (isRefusal(isHeldAgain)) throw new Error('what is held of a session was refused');
  return isHeldAgain ? 'withdrawn' : { text, attachments: [] };
}
