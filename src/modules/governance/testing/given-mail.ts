import type { Id } from '../../../kernel/ids.ts';
import { openMailServer } from '../../../platform/mail/mail-server.ts';
import { type MailSender, sendNextMail } from '../../../platform/mail/send-mail.ts';
import type { MailPost } from '../../../platform/mail/testing/mail-post.ts';
import { holdsSeat } from '../holds-seat.ts';
import { listInvitations } from '../list-invitations.ts';
import { mailLimits, mailQuietHours } from '../mail-rules.ts';
import { printInvitations } from '../print-invitations.ts';
import { sendInvitations } from '../send-invitations.ts';
import { writeInvitationNote } from '../write-invitation-note.ts';
import { writeMailAddress } from '../write-mail-address.ts';
import type { TestBriefing } from './given-briefing.ts';
import { question, type TestCommune, tryCommand } from './given-commune.ts';

/** A product whose mail server is set. */
export const WITH_MAIL = { hasMail: true };

/** Sends the next mail of a commune's product to a post, by its own quiet hours and limits; false when none is due. */
export function deliverNext(
  commune: TestCommune,
  post: MailPost,
  more: Pick<MailSender, 'contentOf'> = {},
): ReturnType<typeof sendNextMail> {
  return sendNextMail({
    platform: commune.platform,
    server: openMailServer(
      { host: '127.0.0.1', port: post.port, account: null, from: 'giaoban@xa.vn' },
      'Giao ban',
    ),
    quietHours: mailQuietHours,
    limits: mailLimits,
    holdsSeat,
    ...more,
  });
}

/** Who is asked to a briefing under a name that begins so. @throws Error where nobody is */
export function recipientNamed<T extends { readonly fullName: string; readonly attendeeId: Id }>(
  recipients: readonly T[],
  name: string,
): T {
  const found = recipients.find(({ fullName }) => fullName.startsWith(name));
  if (!found) throw new Error(`${name} is not asked`);
  return found;
}

/** What the officer does with the invitations of a briefing; each answers what that is answered, refusals too. */
export function inviting(commune: TestCommune, within: TestBriefing) {
  const officer = () => commune.as('creditOfficer');
  const list = () => question(commune, officer(), (context) => listInvitations(WITH_MAIL)(within, context));
  return {
    list,
    bring: async () => (await list()).bring,
    /** Says what to bring. @param shownBring what stood there as the person saw it */
    writeBring: (bring: string | null, shownBring: string | null) =>
      tryCommand(commune, officer(), (context) =>
        writeInvitationNote({ ...within, bring, shownBring }, context),
      ),
    /** Who is asked under a name that begins so. */
    person: async (name: string) => recipientNamed((await list()).recipients, name),
    enter: (attendeeId: Id, address: string | null) =>
      tryCommand(commune, officer(), (context) =>
        writeMailAddress({ ...within, attendeeId, address }, context),
      ),
    send: (attendeeIds: readonly Id[], again = false, setup = WITH_MAIL) =>
      tryCommand(commune, officer(), (context) =>
        sendInvitations(setup)({ ...within, attendeeIds: [...attendeeIds], again }, context),
      ),
    print: (attendeeIds: readonly Id[]) =>
      tryCommand(commune, officer(), (context) =>
        printInvitations({ ...within, attendeeIds: [...attendeeIds] }, context),
      ),
  };
}

/** Takes back that anybody was ever invited: the post works, the clock stands in the days before November's session. */
export async function nobodyInvited({ clock, database }: TestCommune, post: MailPost): Promise<void> {
  clock.moveTo('2026-11-18T02:00:00Z');
  post.taken.length = 0;
  post.mood = 'takes';
  for (const table of ['governance.invitation', 'governance.mail_address', 'platform.mail'])
    await database.owner.query(`delete from ${table}`);
}
