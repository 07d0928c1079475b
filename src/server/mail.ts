import {
  attachInvitation,
  CANCELLATION_MAIL,
  callingOffContent,
  holdsSeat,
  INVITATION_MAIL,
  mailLimits,
  mailQuietHours,
  mailTaskReminders,
} from '../modules/governance/index.ts';
import { openMailServer } from '../platform/mail/mail-server.ts';
import type { MailSettings } from '../platform/mail/mail-settings.ts';
import type { MailSender } from '../platform/mail/send-mail.ts';
import type { EventHandler } from '../platform/outbox/deliver-outbox.ts';

/** Whose name stands beside the address that mail comes from. */
const SENDER_NAME = 'Giao ban, Tổ giao dịch xã';

/**
 * What sends mail, where a mail server is set: the rules of quiet hours and limits, and the papers of invitations.
 *
 * @throws StartProblem when the password's file cannot be read
 */
export function mailSenderOf(settings: MailSettings | null): Omit<MailSender, 'platform'> | undefined {
  return settings === null
    ? undefined
    : {
        server: openMailServer(settings, SENDER_NAME),
        quietHours: mailQuietHours,
        limits: mailLimits,
        contentOf,
        holdsSeat,
      };
}

/** What a mail says, by what it is about. */
const contentOf: NonNullable<MailSender['contentOf']> = async (platform, mail) => {
  if (mail.kind === INVITATION_MAIL) return attachInvitation(platform, mail);
  if (mail.kind === CANCELLATION_MAIL) return callingOffContent(platform, mail);
  return { text: mail.text, attachments: [] };
};

/** What modules do by mail about news, where a mail server is set. */
export function mailHandlersOf(settings: MailSettings | null): readonly EventHandler[] {
  return settings === null ? [] : [mailTaskReminders(settings)];
}
