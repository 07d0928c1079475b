import type { BusinessDate } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { systemCaller } from '../caller.ts';
import { type Platform, runCommand } from '../command.ts';
import type { Tx } from '../db/database.ts';
import { SYSTEM_SCOPE } from '../db/scope.ts';
import { claimMail, endMail, type MailEnd, selectDue } from './db/mail-queue.ts';
import type { ClaimedMail, MailContent, MailToSeat } from './mail.ts';
import { type LimitsOf, mayGo } from './mail-limits.ts';
import type { Delivery, MailServer } from './mail-server.ts';
import { afterQuietHours, type QuietHours } from './quiet-hours.ts';

/** What sends mail. */
export type MailSender = {
  readonly platform: Platform;
  readonly server: MailServer;
  /** The quiet hours in force, a dated rule. */
  readonly quietHours: (tx: Tx, today: BusinessDate) => Promise<QuietHours>;
  /** How much goes, and when none does. */
  readonly limits: LimitsOf;
  /**
   * What a mail says when it goes, with its files; none: the text that it was queued with. `withdrawn`: what it is about was taken back
   * while it was in hand, and it does not go. One that throws is tried again like a server that is busy.
   */
  readonly contentOf?: (platform: Platform, mail: ClaimedMail) => Promise<MailContent | 'withdrawn'>;
  /**
   * Whether somebody still holds the office as whose holder a mail in hand is written to them; one that is to
   * nobody's holder any more does not go.
   */
  readonly holdsSeat: (platform: Platform, mail: MailToSeat) => Promise<boolean>;
  /** Told what making the files of a mail has thrown: the mail says only that they are missing. */
  readonly onDefect?: (error: unknown, mail: ClaimedMail) => void;
};

const MINUTE_MS = 60_000;
/** How long a run may have a mail in hand: longer than all time limits of a delivery together. */
const LEASE_MS = 5 * MINUTE_MS;
/** Until the next attempt, after each failure; after the last one the mail is given up. About two days in all. */
const DELAYS_MINUTES = [1, 5, 15, 60, 180, 360, 720, 1440] as const;

/**
 * Sends the next mail that is due, unless the hours are quiet, enough has gone for now, or the last ones all
 * failed. Several processes may send at once: each mail is taken in hand by one; a run that dies with a mail
 * in hand leaves it to another after some minutes.
 *
 * @returns false when none was due, or none may go now
 */
export async function sendNextMail(sender: MailSender): Promise<boolean> {
  const { platform } = sender;
  const now = platform.clock.now();
  const today = platform.clock.today();
  const { quiet, isOpen } = await platform.database.read(SYSTEM_SCOPE, async (tx) => ({
    quiet: await sender.quietHours(tx, today),
    isOpen: await mayGo(tx, await sender.limits(tx, today), now),
  }));
  if (!isOpen || afterQuietHours(now, quiet) > now) return false;
  const mail = await take(platform, now);
  if (mail === undefined) return false;
  const { delivery, text } = await deliver(sender, mail);
  const end = endOf({ ...mail, text }, delivery, { now: platform.clock.now(), quiet });
  await record(platform, mail, end);
  return true;
}

async function take({ database, newId }: Platform, now: Date): Promise<ClaimedMail | undefined> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  return database.write(SYSTEM_SCOPE, async (tx) => {
    const due = await selectDue(tx, now);
    if (due === undefined) return undefined;
    const { communeId, id, runId: before } = due;
    return claimMail(tx, { communeId, id, before, runId: newId(), now, leaseUntil });
  });
}

/** A mail in hand that is not sent: what it is about was taken back, or it is to nobody who holds the office any more. */
type WhyNotSent = 'withdrawn' | 'leftOffice';

/** What came of an attempt, and what the mail said as it was handed to the server; what it was queued with where it was not. */
type Attempt = { readonly delivery: Delivery | WhyNotSent; readonly text: string };

async function deliver(sender: MailSender, mail: ClaimedMail): Promise<Attempt> {
  let prepared: MailContent | WhyNotSent;
  try {
    prepared = await prepare(sender, mail);
  } catch (error) {
    sender.onDefect?.(error, mail);
    return { delivery: { outcome: 'again', problem: 'attachmentMissing' }, text: mail.text };
  }
  if (typeof prepared === 'string') return { delivery: prepared, text: mail.text };
  const { text, attachments } = prepared;
  return { delivery: await sender.server.deliver({ ...mail, text }, attachments), text };
}

/** What a mail that may go says, or why it does not. */
async function prepare(
  { platform, holdsSeat, contentOf }: MailSender,
  mail: ClaimedMail,
): Promise<MailContent | WhyNotSent> {
  const { toSeat } = mail;
  const content = (await contentOf?.(platform, mail)) ?? { text: mail.text, attachments: [] };
  // Last of all: files take a while, and an office may change hands meanwhile.
  if (toSeat !== null && !(await holdsSeat(platform, { ...mail, toSeat }))) return 'leftOffice';
  return content;
}

/** What becomes of a mail after an attempt: gone, taken back, given up, or to be tried again outside the quiet hours. */
export function endOf(
  { attempts, text }: Pick<ClaimedMail, 'attempts' | 'text'>,
  delivery: Delivery | WhyNotSent,
  { now, quiet }: { readonly now: Date; readonly quiet: QuietHours },
): MailEnd {
  if (delivery === 'withdrawn') return { state: 'withdrawn', problem: null, text: null };
  if (delivery === 'leftOffice') return { state: 'withdrawn', problem: delivery, text: null };
  if (delivery.outcome === 'accepted') return { state: 'sent', sentAt: now, text };
  const { problem } = delivery;
  const delayMinutes = DELAYS_MINUTES[attempts - 1];
  // The server may have taken it before the connection broke: then it is what somebody was told.
  const said = { problem, text: problem === 'resultUnknown' ? text : null };
  if (delivery.outcome === 'refused' || delayMinutes === undefined) return { state: 'failed', ...said };
  const again = new Date(now.getTime() + delayMinutes * MINUTE_MS);
  return { state: 'waiting', ...said, dueAt: afterQuietHours(again, quiet) };
}

async function record(platform: Platform, mail: ClaimedMail, end: MailEnd): Promise<void> {
  const scope = { ...SYSTEM_SCOPE, communeIds: [mail.communeId] };
  const command = { name: 'platform.sendMail', caller: systemCaller(scope), audit: 'whatIsNoted' as const };
  const outcome = await runCommand(platform, command, async ({ tx, note }) => {
    if (!(await endMail(tx, mail, end))) return {};
    const problem = 'problem' in end ? end.problem : null;
    note({ communeId: mail.communeId, subject: { mail: mail.id, state: end.state, problem } });
    return {};
  });
  if (isRefusal(outcome)) throw new Error('what came of a mail was refused');
}
