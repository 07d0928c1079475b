import type { Id } from '../../kernel/ids.ts';

/** The states of a mail. `withdrawn`: taken back before it was sent, while it waited or was in hand. */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'withdrawn'] as const;

/** One of {@link MAIL_STATES}. */
export type MailState = (typeof MAIL_STATES)[number];

/** Why an attempt failed, or a mail in hand was not sent, in words for people. */
export const MAIL_PROBLEMS = {
  serverUnreachable: 'chưa kết nối được máy chủ thư',
  signInRefused: 'máy chủ thư không nhận tài khoản gửi',
  addressRefused: 'máy chủ thư không nhận địa chỉ này',
  mailRefused: 'máy chủ thư không nhận thư này',
  serverBusy: 'máy chủ thư đang bận',
  resultUnknown: 'mất kết nối giữa chừng, chưa rõ thư đã đi chưa',
  attachmentMissing: 'chưa chuẩn bị được thư hoặc tệp kèm theo',
  leftOffice: 'người nhận đã thôi giữ chức vụ',
} as const;

/** One of {@link MAIL_PROBLEMS}. */
export type MailProblem = keyof typeof MAIL_PROBLEMS;

/** A mail to be sent. */
export type NewMail = {
  readonly communeId: Id;
  /** What it is about: `governance.invitation`. */
  readonly kind: string;
  /** The office whose holder it is written to, as a key of its module: it goes only while they hold it. Null: to a person, whatever they hold. */
  readonly toSeat: string | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  /** Plain text; lines end with `\n`. */
  readonly text: string;
  /** Not before this moment; quiet hours are the caller's to ask for, and are kept by the sender again. */
  readonly dueAt: Date;
};

/** A file that goes with a mail. */
export type MailAttachment = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
};

/** What a mail says when it goes. */
export type MailContent = Pick<NewMail, 'text'> & { readonly attachments: readonly MailAttachment[] };

/** A mail in the hands of a run. */
export type ClaimedMail = Omit<NewMail, 'dueAt'> & {
  readonly id: Id;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly runId: Id;
};

/** A mail that is written to the holder of an office. */
export type MailToSeat = ClaimedMail & { readonly toSeat: string };

/** How a mail stands, as its module shows it. */
export type MailStanding = {
  readonly id: Id;
  readonly state: MailState;
  readonly toName: string;
  readonly toAddress: string;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly problem: MailProblem | null;
  readonly sentAt: Date | null;
  /** An attempt of which nobody knows what came of it may have brought it there, whatever the later ones say. */
  readonly mayHaveCome: boolean;
};
