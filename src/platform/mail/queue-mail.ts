import type { Id } from '../../kernel/ids.ts';
import { isMailAddress } from '../../kernel/mail-address.ts';
import type { HandlerContext } from '../command.ts';
import type { Tx } from '../db/database.ts';
import {
  insertMails,
  type LastToSeat,
  type QueuedMail,
  selectLastToSeats,
  selectMails,
  withdrawWaiting,
} from './db/mail-queue.ts';
import type { MailStanding, NewMail } from './mail.ts';

/** What would end a line of a mail's head, or cannot be seen; text may have line ends and tabs. */
const CONTROL = /\p{Cc}/u;
const CONTROL_IN_TEXT = /(?![\n\t])\p{Cc}/u;

/**
 * Queues a mail in the transaction of the command that wants it: it goes after commit; rolled back, it never was.
 *
 * @returns the mail's id, by which its module shows how it stands
 * @throws Error for an address, a name, a subject or a text that no module should let through: its input refuses them first
 */
export async function queueMail(context: HandlerContext, mail: NewMail): Promise<Id> {
  const queued = queuedMail(context, mail);
  await insertMails(context.tx, [queued]);
  return queued.id;
}

/** Queues several mails, each as {@link queueMail} does, together. @returns their ids, in the order of the mails */
export async function queueMails(context: HandlerContext, mails: readonly NewMail[]): Promise<Id[]> {
  const queued = mails.map((mail) => queuedMail(context, mail));
  if (queued.length > 0) await insertMails(context.tx, queued);
  return queued.map(({ id }) => id);
}

function queuedMail({ caller, clock, newId }: HandlerContext, mail: NewMail): QueuedMail {
  if (!isMailAddress(mail.toAddress)) throw new Error('a mail has no single plain address');
  if (CONTROL.test(mail.toName) || CONTROL.test(mail.subject) || CONTROL_IN_TEXT.test(mail.text))
    throw new Error('a mail holds control characters');
  return { ...mail, id: newId(), createdBy: caller.userId, createdAt: clock.now() };
}

/** How mails of a commune stand, by id. */
export async function mailStandings(
  tx: Tx,
  communeId: Id,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, MailStanding>> {
  const mails = ids.length === 0 ? [] : await selectMails(tx, communeId, ids);
  return new Map(mails.map((mail) => [mail.id, mail]));
}

/** By office, how the last mail of a kind stands that was written to its holder. */
export async function lastToSeats(
  tx: Tx,
  communeId: Id,
  kind: string,
): Promise<ReadonlyMap<string, LastToSeat>> {
  const last = await selectLastToSeats(tx, communeId, kind);
  return new Map(last.map((mail) => [mail.toSeat, mail]));
}

/** Takes back mails that are still waiting; one that is on its way or gone stays so. @returns how many */
export async function withdrawMails(tx: Tx, communeId: Id, ids: readonly Id[]): Promise<number> {
  return ids.length === 0 ? 0 : withdrawWaiting(tx, communeId, ids);
}
