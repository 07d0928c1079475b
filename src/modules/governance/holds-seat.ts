import { isRefusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../../platform/caller.ts';
import { runQuestion } from '../../platform/command.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import type { MailSender } from '../../platform/mail/send-mail.ts';
import { selectSeatsOfMail } from './db/invitations.ts';
import { isHeldBy, isVacantAs } from './domain/seats.ts';
import { findSeats } from './find-seats.ts';

/**
 * Whether a mail in hand is still to whoever holds the office it was written to, or to the office by its title while nobody does [GV151]:
 * who has left is not told the commune's business, whatever the mail is about. Nobody holds an office that the commune has no more. A letter
 * under several offices goes to whoever holds one of them still [GV221].
 */
export const holdsSeat: MailSender['holdsSeat'] = async (platform, { id, communeId, toSeat, toName }) => {
  const scope = { ...NO_SCOPE, communeIds: [communeId], system: true };
  const isHeld = await runQuestion(platform, { caller: systemCaller(scope) }, async (context) => {
    const seats = await selectSeatsOfMail(context.tx, communeId, id);
    const holders = await findSeats(context, communeId, [toSeat, ...seats]);
    return isHeldBy(holders, toName) || isVacantAs(holders, toName);
  });
  if (isRefusal(isHeld)) throw new Error('who holds an office was refused');
  return isHeld;
};
