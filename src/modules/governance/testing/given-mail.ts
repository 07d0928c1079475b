import type { Id } from '../../../kernel/ids.ts';
import { openMailServer } from '../../../platform/mail/mail-server.ts';
import { sendNextMail } from '../../../platform/mail/send-mail.ts';
import type { MailPost } from '../../../platform/mail/testing/mail-post.ts';
import { mailLimits, mailQuietHours } from '../mail-rules.ts';
import type { TestCommune } from './given-commune.ts';

/** Sends the next mail of a commune's product to a post, by its own quiet hours and limits; false when none is due. */
export function deliverNext(commune: TestCommune, post: MailPost): ReturnType<typeof sendNextMail> {
  return sendNextMail({
    platform: commune.platform,
    server: openMailServer(
      { host: '127.0.0.1', port: post.port, account: null, from: 'giaoban@xa.vn' },
      'Giao ban',
    ),
    quietHours: mailQuietHours,
    limits: mailLimits,
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
