import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { listInvitations } from '../../../../modules/governance/contract.ts';
import { formatInteger } from '../../../shared/format.ts';

/** The invitations of a briefing as the page has them. */
export type Invitations = OutputOf<typeof listInvitations>;

/** One of those who are invited. */
export type Recipient = Invitations['recipients'][number];

export type { Within } from './briefing.ts';

/**
 * Whose sheet is printed: whoever cannot be reached by mail, as without an address, and is still in the office [GV162]. Without a mail server
 * also whoever has an address [GV41] and has no mail that says what is so.
 */
export function needsPaper({ address, invitation, leftOffice }: Recipient, hasMail: boolean): boolean {
  if (leftOffice !== null) return false;
  if (address === null || hasNotCome(invitation) || invitation?.state === 'printed') return true;
  return !hasMail && (invitation?.state !== 'sent' || invitation.isOutdated);
}

/** Of the invited those whose sheets are printed. */
export function onPaper({ recipients, hasMail }: Invitations): readonly Recipient[] {
  return recipients.filter((recipient) => needsPaper(recipient, hasMail));
}

/** Who is written to: whoever has an address, is still in the office, and has no invitation for the meeting as it stands. */
export function needsMail({ address, invitation, leftOffice }: Recipient): boolean {
  if (address === null || leftOffice !== null) return false;
  return (
    invitation === null || invitation.isOutdated || hasNotCome(invitation) || invitation.state === 'withdrawn'
  );
}

/** Whose invitation, of the meeting as it stands, may have come and asks to bring other things than are asked now [GV148]. */
export function askedOtherwise(recipients: readonly Recipient[]): readonly Recipient[] {
  return recipients.filter(
    ({ invitation, leftOffice }) =>
      leftOffice === null && invitation?.asksOtherwise === true && !invitation.isOutdated,
  );
}

/** Whose mail was given up, and, as far as anybody knows, has not come [GV147]; of an old day, hour or place a new one goes by mail. */
function hasNotCome(invitation: Recipient['invitation']): boolean {
  return invitation?.state === 'failed' || (invitation?.state === 'unsure' && !invitation.isOutdated);
}

/** Why the mail to whoever held the office before is not sent [GV156], or that to the office which nobody held [GV151]. */
export function notSentWords(toName: string, wasVacant: boolean): string {
  return wasVacant
    ? `Thư gửi ${toName} không gửi vì nay đã có người giữ chức vụ.`
    : `Thư cho ${toName} không gửi vì đã thôi giữ chức vụ.`;
}

/** Why nobody is invited any more, in the state that the briefing is in [GV41]. */
export function whyNobodyIsInvited({ state, heldOn }: Pick<Invitations, 'state' | 'heldOn'>): string {
  if (state === 'cancelled')
    return 'Không tổ chức giao ban này nên không gửi hay in thêm giấy mời; thư mời chờ gửi đã rút lại.';
  const why = {
    closed: 'Giao ban đã kết thúc',
    open: 'Giao ban đang họp',
    preparing: `Ngày họp ${formatDate(heldOn)} đã qua`,
  }[state];
  return `${why}, không gửi hay in thêm giấy mời.`;
}

/**
 * `2 đã gửi thư, 1 chưa mời, 3 cần mời lại vì đổi ngày, giờ hoặc nơi.`: who is invited to the meeting as it stands and by which way; while people are
 * invited whoever is to be invited anew is told apart [GV117].
 */
export function invitedInWords({
  recipients,
  canInvite,
}: Pick<Invitations, 'canInvite' | 'recipients'>): string {
  const standing = recipients.map((one) => standingOf(one, canInvite));
  const words = { ...STANDING_WORDS, ...(canInvite ? {} : { withdrawn: 'không có giấy mời' }) };
  const parts = Object.entries(words).map(([state, what]) => ({
    people: standing.filter((one) => one === state).length,
    what,
  }));
  return `${parts
    .filter(({ people }) => people > 0)
    .map(({ people, what }) => `${formatInteger(people)} ${what}`)
    .join(', ')}.`;
}

/** How many are invited: once nobody is any more without whoever came and whom nobody had invited [GV280]. */
export function countInvited({
  recipients,
  canInvite,
}: Pick<Invitations, 'canInvite' | 'recipients'>): number {
  return canInvite ? recipients.length : recipients.filter(({ invitation }) => invitation !== null).length;
}

const STANDING_WORDS = {
  sent: 'đã gửi thư',
  waiting: 'chờ gửi',
  unsure: 'có thể đã đến',
  failed: 'không gửi được',
  printed: 'đã in chưa giao',
  handed: 'đã giao tận tay',
  withdrawn: 'chưa mời',
  outdated: 'cần mời lại vì đổi ngày, giờ hoặc nơi',
} as const;

function standingOf({ invitation, leftOffice }: Recipient, canInvite: boolean): keyof typeof STANDING_WORDS {
  if (invitation === null) return 'withdrawn';
  const { state, isOutdated } = invitation;
  const hasReached = state !== 'failed' && state !== 'withdrawn';
  return canInvite && isOutdated && hasReached && leftOffice === null ? 'outdated' : state;
}
