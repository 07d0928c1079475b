import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { MAIL_PROBLEMS, type MailStanding } from '../../platform/mail/mail.ts';
import { mailStandings, withdrawMails } from '../../platform/mail/queue-mail.ts';
import { callerName } from '../identity/index.ts';
import { ruleValues } from '../programmes/index.ts';
import { areaNames } from '../registry/index.ts';
import { selectAgenda } from './db/agenda.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type InvitationRow, selectEveryInvitation, selectMailAddresses } from './db/invitations.ts';
import type { Within } from './db/within.ts';
import { type ChairPart, chairAsked, chairOf, chairPartOf, invitedOf } from './domain/attendance.ts';
import {
  appointmentOf,
  type InvitationState,
  invitationState,
  invitedOtherwise,
  isOfAnother,
  isOutdated,
  mayHaveReached,
} from './domain/invitation.ts';
import type { InvitationContent } from './domain/invitation-text.ts';
import { addressOf } from './domain/mail-addresses.ts';
import type { ListedNow } from './domain/offices-anew.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** Somebody asked, with their address and how their invitations stand. */
export type Invited = {
  readonly attendee: ListedNow<AttendeeRow>;
  readonly address: string | null;
  /** The latest. */
  readonly invitation: Standing | null;
  /** The latest by mail, which a sheet printed afterwards does not take back. */
  readonly mailed: Standing | null;
  /** The latest mail to whoever held the office before, which is not sent [GV156]; null once the holder is invited. */
  readonly notSent: Standing | null;
};

/** An invitation with its mail. */
export type Standing = InvitationRow & {
  readonly state: InvitationState;
  readonly isOutdated: boolean;
  readonly mail: MailStanding | undefined;
};

/** Who chairs a briefing by the dated rule of its day [GV5], and gets no invitation [GV64]; undefined while nobody is asked in that part. */
export async function findChair(
  { tx }: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
  listed: readonly AttendeeRow[],
): Promise<AttendeeRow | undefined> {
  return chairAsked(listed, await chairPartOn(tx, briefing));
}

/** Everybody of the list whom a briefing invites, with address and invitation [GV41]; who chairs is not among them [GV64]. */
export async function findInvited(
  { tx }: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
  listed: readonly ListedNow<AttendeeRow>[],
): Promise<Invited[]> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const attendees = invitedOf(listed, await chairPartOn(tx, briefing));
  const addresses = await selectMailAddresses(tx, briefing.communeId);
  const rows = await selectEveryInvitation(tx, within);
  const mails = await mailStandings(tx, briefing.communeId, mailIdsOf(rows));
  const standings = rows.map((row): Standing => {
    const mail = row.mailId === null ? undefined : mails.get(row.mailId);
    return {
      ...row,
      mail,
      state: invitationState(row, mail?.state),
      isOutdated: isOutdated(row, appointmentOf(briefing)),
    };
  });
  return attendees.map((attendee) => {
    const made = standings.filter(({ attendeeId }) => attendeeId === attendee.id);
    // What was made out to whoever held the office before is not theirs.
    const own = attendee.isRenewed ? [] : made.filter(({ mail }) => !isOfAnother(mail, attendee));
    return {
      attendee,
      address: addressOf(addresses, attendee),
      invitation: own[0] ?? null,
      mailed: own.find(({ way }) => way === 'mail') ?? null,
      notSent: own.length > 0 ? null : (made.find(({ mail }) => isOfAnother(mail, attendee)) ?? null),
    };
  });
}

/** Somebody who has to be told when a briefing is not held, with the latest invitation that may have reached them. */
export type ToTell = Pick<Invited, 'attendee' | 'address'> & { readonly invitation: InvitationRow };

/**
 * Who has to be told when a briefing is not held [GV111]: whoever an invitation may have reached, an earlier one too where a later was
 * taken back. Not the caller, who says it, and nobody once the day is over: whoever came has found out.
 *
 * @param invited everybody invited, from {@link findInvited}
 */
export async function findToTell(
  context: HandlerContext,
  briefing: BriefingRow,
  invited: readonly Invited[],
): Promise<ToTell[]> {
  const reached = await findReached(context, briefing);
  const own = { seat: seatOfCaller(context.caller), fullName: await callerName(context) };
  return invited.flatMap(({ attendee, address }) => {
    const invitation = reached.find(({ attendeeId }) => attendeeId === attendee.id);
    const isCaller = attendee.seat === own.seat && isSameName(attendee.fullName, own.fullName);
    return invitation === undefined || isCaller ? [] : [{ attendee, address, invitation }];
  });
}

/** The invitations that may have reached somebody who still waits for the meeting, the latest first; none once its day is over [GV111]. */
export async function findReached(
  { tx, clock }: Pick<HandlerContext, 'tx' | 'clock'>,
  { communeId, id: briefingId, heldOn }: BriefingRow,
): Promise<InvitationRow[]> {
  if (heldOn < clock.today()) return [];
  const rows = await selectEveryInvitation(tx, { communeId, briefingId });
  const mails = await mailStandings(tx, communeId, mailIdsOf(rows));
  return rows.filter((row) =>
    mayHaveReached(row, row.mailId === null ? undefined : mails.get(row.mailId)?.state),
  );
}

/**
 * How many of the invited have to be invited again because the meeting that is prepared was given another day, hour or place [GV117]; null
 * once it has begun, is not held, or its day is over. Who has left the office is not invited again, who holds it now was not invited yet
 * [GV162].
 */
export async function countInvitedOtherwise(
  { tx, clock }: Pick<HandlerContext, 'tx' | 'clock'>,
  briefing: BriefingRow,
  invited: readonly Pick<ListedNow<AttendeeRow>, 'id' | 'fullName' | 'isRenewed' | 'leftOffice'>[],
): Promise<{ readonly reached: number; readonly takenBack: number } | null> {
  const { communeId, id: briefingId, state, heldOn } = briefing;
  if (state !== 'preparing' || heldOn < clock.today()) return null;
  const rows = await selectEveryInvitation(tx, { communeId, briefingId });
  const mails = await mailStandings(tx, communeId, mailIdsOf(rows));
  const withMails = rows.map((row) => {
    const mail = row.mailId === null ? undefined : mails.get(row.mailId);
    return { ...row, mail, mailState: mail?.state };
  });
  const same = invited.filter(({ isRenewed, leftOffice }) => !isRenewed && leftOffice === null);
  const found = same.map((one) =>
    invitedOtherwise(
      withMails.filter(({ attendeeId, mail }) => attendeeId === one.id && !isOfAnother(mail, one)),
      appointmentOf(briefing),
    ),
  );
  const count = (what: 'reached' | 'takenBack') => found.filter((one) => one === what).length;
  return { reached: count('reached'), takenBack: count('takenBack') };
}

/** What the invitations of a briefing say. */
export async function findInvitationContent(
  { tx }: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
  listed: readonly AttendeeRow[],
): Promise<InvitationContent> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const names = await areaNames(tx, [briefing.communeId], briefing.heldOn);
  const { pointName, heldOn, startsAt, meetsAt, place, bring } = briefing;
  return {
    ...{ pointName, heldOn, startsAt, meetsAt, place, bring },
    communeName: names.get(briefing.communeId) ?? '',
    chairedBy: chairOf(listed, await chairPartOn(tx, briefing)),
    agenda: await selectAgenda(tx, within.communeId, within.briefingId),
  };
}

async function chairPartOn(
  tx: HandlerContext['tx'],
  { heldOn }: Pick<BriefingRow, 'heldOn'>,
): Promise<ChairPart> {
  return chairPartOf((await ruleValues(tx, heldOn)).of('briefingChair').value);
}

/**
 * Takes back invitations that still wait: those of one person, or all of a briefing that was moved or is not held; also where a sheet was
 * printed since.
 */
export async function withdrawInvitations(
  { tx }: Pick<HandlerContext, 'tx'>,
  { attendeeId, ...within }: Within & { readonly attendeeId?: AttendeeRow['id'] },
): Promise<void> {
  const rows = await selectEveryInvitation(tx, within);
  const meant = rows.filter((row) => attendeeId === undefined || row.attendeeId === attendeeId);
  await withdrawWaitingMails(tx, within.communeId, meant);
}

/** Takes back the mails of invitations that were read before; what is on its way or gone stays so. */
export async function withdrawWaitingMails(
  tx: HandlerContext['tx'],
  communeId: Within['communeId'],
  invitations: readonly Pick<InvitationRow, 'mailId'>[],
): Promise<void> {
  await withdrawMails(tx, communeId, mailIdsOf(invitations));
}

function mailIdsOf(invitations: readonly Pick<InvitationRow, 'mailId'>[]) {
  return invitations.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]));
}

/** Why the last attempt of a mail failed, in words. */
export function problemText(mail: MailStanding | undefined): string | null {
  return mail?.problem == null ? null : MAIL_PROBLEMS[mail.problem];
}
