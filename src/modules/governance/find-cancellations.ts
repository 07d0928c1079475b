import type { HandlerContext } from '../../platform/command.ts';
import type { MailStanding } from '../../platform/mail/mail.ts';
import { mailStandings } from '../../platform/mail/queue-mail.ts';
import { type CancellationRow, selectCancellations } from './db/cancellations.ts';
import type { Within } from './db/within.ts';
import { type CancellationState, cancellationState } from './domain/cancellation.ts';

/** Somebody who is told that a briefing is not held, and how that stands; the mail where one tells them. */
export type Cancellation = CancellationRow & {
  readonly state: CancellationState;
  readonly mail: MailStanding | undefined;
};

/** Everybody who is told that a briefing is not held [GV111]; nobody while it is not cancelled. */
export async function findCancellations(
  { tx }: Pick<HandlerContext, 'tx'>,
  within: Within,
): Promise<Cancellation[]> {
  const rows = await selectCancellations(tx, within);
  const mailIds = rows.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]));
  const mails = await mailStandings(tx, within.communeId, mailIds);
  return rows.map((row) => {
    const mail = row.mailId === null ? undefined : mails.get(row.mailId);
    return { ...row, mail, state: cancellationState(row, mail) };
  });
}
