import { readFileSync } from 'node:fs';
import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import { isLoopback } from '../settings.ts';
import { StartProblem } from '../start-problem.ts';
import type { ClaimedMail, MailAttachment, MailProblem } from './mail.ts';
import type { MailAccount, MailSettings } from './mail-settings.ts';

/** What came of handing a mail over. `again`: a later attempt may succeed. */
export type Delivery =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'again' | 'refused'; readonly problem: MailProblem };

/** Takes mails to the mail server. */
export type MailServer = {
  /** Hands one mail over; connects for it and leaves. Never throws. */
  deliver(mail: ClaimedMail, attachments: readonly MailAttachment[]): Promise<Delivery>;
};

const IMPLICIT_TLS_PORT = 465;
const TIMEOUT_MS = 20_000;

/**
 * The mail server of the settings. Outside this machine the connection is always encrypted: TLS from the start on port
 * 465, STARTTLS elsewhere, and no mail without it.
 *
 * Every attempt of a mail has the same Message-ID and date. Whether a mail whose connection broke at its end was taken
 * cannot be known; it is sent again, and a mailbox that looks at Message-IDs shows it once.
 *
 * @throws StartProblem when the file of the password cannot be read
 */
export function openMailServer(settings: Omit<MailSettings, 'link'>, senderName: string): MailServer {
  const options = transportOptions(settings);
  const domain = settings.from.slice(settings.from.indexOf('@') + 1);
  return {
    deliver: async (mail, attachments) => {
      const transport = createTransport(options);
      let isHandedOver = false;
      transport.use('stream', ({ message }, done) => {
        message.processFunc((whole) => whole.once('end', () => (isHandedOver = true)));
        done();
      });
      try {
        await transport.sendMail({
          from: { name: senderName, address: settings.from },
          to: { name: mail.toName, address: mail.toAddress },
          subject: mail.subject,
          text: mail.text,
          date: mail.createdAt,
          messageId: `<${mail.id}@${domain}>`,
          attachments: attachments.map(({ fileName, mediaType, content }) => ({
            filename: fileName,
            contentType: mediaType,
            content: Buffer.from(content),
          })),
        });
        return { outcome: 'accepted' };
      } catch (error) {
        return deliveryOf(error as SmtpError, isHandedOver);
      } finally {
        transport.close();
      }
    },
  };
}

function transportOptions({ host, port, account }: Omit<MailSettings, 'link'>): SMTPTransportOptions {
  const isEncryptedAtOnce = port === IMPLICIT_TLS_PORT;
  const isHere = isLoopback(host);
  return {
    host,
    port,
    secure: isEncryptedAtOnce,
    requireTLS: !isEncryptedAtOnce && !isHere,
    ignoreTLS: !isEncryptedAtOnce && isHere,
    ...(account === null ? {} : { auth: { user: account.user, pass: passwordOf(account) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function passwordOf(account: MailAccount): string {
  if ('password' in account) return account.password;
  try {
    return readFileSync(account.passwordFile, 'utf8').trim();
  } catch {
    throw new StartProblem(
      'Không đọc được tệp mật khẩu máy chủ thư (GIAOBAN_SMTP_PASSWORD_FILE). Kiểm tra đường dẫn và quyền đọc tệp.',
    );
  }
}

type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown };

/** What an error of the transport means for the mail; the server's own words may hold addresses and are not kept. */
function deliveryOf({ code, responseCode }: SmtpError, isHandedOver: boolean): Delivery {
  const status = typeof responseCode === 'number' ? responseCode : 0;
  if (code === 'EAUTH') return { outcome: 'again', problem: 'signInRefused' };
  if (status >= 500)
    return { outcome: 'refused', problem: code === 'EENVELOPE' ? 'addressRefused' : 'mailRefused' };
  if (status >= 400) return { outcome: 'again', problem: 'serverBusy' };
  return { outcome: 'again', problem: isHandedOver ? 'resultUnknown' : 'serverUnreachable' };
}
