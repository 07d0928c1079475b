import type { HandlerContext } from '../../platform/command.ts';
import type { MailStanding } from '../../platform/mail/mail.ts';
import { mailStandings } from '../../platform/mail/queue-mail.ts';
import { type InvitationRow, selectEveryInvitation } from './db/invitations.ts';
import type { Within } from './db/within.ts';

/** An invitation with its mail, before it is asked how it stands. */
export type WithMail = InvitationRow & {
  readonly mail: MailStanding | undefined;
  readonly mailState: MailStanding['state'] | undefined;
  readonly mayHaveCome: boolean;
};

/** Every invitation to a briefing with its mail, the latest first. */
export async function everyInvitation(tx: HandlerContext['tx'], within: Within): Promise<WithMail[]> {
  const rows = await selectEveryInvitation(tx, within);
  const mailIds = rows.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]));
  const mails = await mailStandings(tx, within.communeId, mailIds);
  return rows.map((row) => {
    const mail = row.mailId === null ? undefined : mails.get(row.mailId);
    return { ...row, mail, mailState: mail?.state, mayHaveCome: mail?.mayHaveCome ?? false };
  });
}
