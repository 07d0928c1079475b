import { isMailAddress } from '../../kernel/mail-address.ts';

/** The mail server that takes our mail, as it is set from outside. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** Null: it takes mail without a sign-in. */
  readonly account: MailAccount | null;
  /** One plain address: whose mail it is. */
  readonly from: string;
  /** The product's address as people open it, for mails that lead there: `https://giaoban.vbsp.vn`; null: none is named. */
  readonly link: string | null;
};

/** An account at the mail server; the password stands in the settings, or in a file that they name. */
export type MailAccount = { readonly user: string } & (
  | { readonly password: string }
  | { readonly passwordFile: string }
);

/** Names of the settings of mail. */
export const MAIL_SETTING_NAMES = [
  'GIAOBAN_SMTP_HOST',
  'GIAOBAN_SMTP_PORT',
  'GIAOBAN_SMTP_USER',
  'GIAOBAN_SMTP_PASSWORD',
  'GIAOBAN_SMTP_PASSWORD_FILE',
  'GIAOBAN_SMTP_FROM',
  'GIAOBAN_MAIL_LINK',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const PORT = /^[1-9]\d{0,4}$/;
const SUBMISSION_PORT = 587;
const HIGHEST_PORT = 65_535;

/**
 * Reads the mail server; null when none is set, and invitations are printed then.
 *
 * @param problems gets a Vietnamese sentence for each setting that is malformed or lacks another; never a value
 */
export function readMailSettings(environment: Environment, problems: string[]): MailSettings | null {
  const text = (name: (typeof MAIL_SETTING_NAMES)[number]) => environment[name]?.trim() ?? '';
  const isSet = MAIL_SETTING_NAMES.some((name) => text(name) !== '');
  if (!isSet) return null;
  const host = text('GIAOBAN_SMTP_HOST');
  const port = text('GIAOBAN_SMTP_PORT') || String(SUBMISSION_PORT);
  const from = text('GIAOBAN_SMTP_FROM');
  if (!HOST.test(host))
    problems.push('GIAOBAN_SMTP_HOST chưa đúng: cần tên máy chủ thư, ví dụ smtp.vbsp.vn.');
  if (!PORT.test(port) || Number(port) > HIGHEST_PORT)
    problems.push('GIAOBAN_SMTP_PORT chưa đúng: cần một số từ 1 đến 65535, ví dụ 587.');
  if (!isMailAddress(from))
    problems.push('GIAOBAN_SMTP_FROM chưa đúng: cần một địa chỉ thư, ví dụ giaoban@vbsp.vn.');
  const link = readLink(text('GIAOBAN_MAIL_LINK'), problems);
  return { host, port: Number(port), from, account: readAccount(text, problems), link };
}

/** An address without a name, a password or a path, so that a mail leads to the product and nowhere else. */
function readLink(text: string, problems: string[]): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isPlain)
    problems.push('GIAOBAN_MAIL_LINK chưa đúng: cần địa chỉ mở chương trình, ví dụ https://giaoban.vbsp.vn.');
  return isPlain ? url.origin : null;
}

function readAccount(
  text: (name: (typeof MAIL_SETTING_NAMES)[number]) => string,
  problems: string[],
): MailAccount | null {
  const user = text('GIAOBAN_SMTP_USER');
  const password = text('GIAOBAN_SMTP_PASSWORD');
  const passwordFile = text('GIAOBAN_SMTP_PASSWORD_FILE');
  if (password !== '' && passwordFile !== '')
    problems.push('Chỉ đặt một: GIAOBAN_SMTP_PASSWORD hoặc GIAOBAN_SMTP_PASSWORD_FILE.');
  if ((user === '') !== (password === '' && passwordFile === ''))
    problems.push(
      'GIAOBAN_SMTP_USER và mật khẩu (GIAOBAN_SMTP_PASSWORD hoặc GIAOBAN_SMTP_PASSWORD_FILE) phải có cả hai.',
    );
  if (user === '') return null;
  return passwordFile === '' ? { user, password } : { user, passwordFile };
}
