import type { HandlerContext } from '../../platform/command.ts';
import { MAIL_PROBLEMS, type MailStanding } from '../../platform/mail/mail.ts';
import { withdrawMails } from '../../platform/mail/queue-mail.ts';
import { type AttendeeRow, selectAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type InvitationRow, selectEveryInvitation, selectMailAddresses } from './db/invitations.ts';
import type { Within } from './db/within.ts';
import { type Addressee, addresseesOf, whoAsks } from './domain/addressees.ts';
import {
  appointmentOf,
  type InvitationState,
  invitationState,
  invitedOtherwise,
  isNotSent,
  isOfAnother,
  isOutdated,
  isTooLateToInvite,
  mayHaveReached,
  withoutUnsent,
} from './domain/invitation.ts';
import { isForAnotherPlace } from './domain/letters.ts';
import { addressOf, unusedAddresses } from './domain/mail-addresses.ts';
import type { ListedNow } from './domain/offices-anew.ts';
import type { ReplacedInvitation } from './domain/replaced-invitation.ts';
import { askingNow, asksOtherwise } from './domain/things-to-bring.ts';
import { everyInvitation, type WithMail } from './every-invitation.ts';
import { findAsking } from './find-asking.ts';
import { type CalledOff, calledOffOf, findCalledOff } from './find-called-off.ts';
import { findPersons } from './find-persons.ts';
import { letterSaid } from './letter-said.ts';

/** Somebody asked, under every office that they hold [GV219], with their address and how their invitations stand. */
export type Invited = {
  readonly attendee: Addressee<ListedNow<AttendeeRow>>;
  readonly address: string | null;
  /** Addresses that were entered under others of their offices, to which nothing is sent [GV220]. */
  readonly unusedAddresses: readonly string[];
  /** The latest. */
  readonly invitation: Standing | null;
  /** The latest by mail, which a sheet printed afterwards does not take back. */
  readonly mailed: Standing | null;
  /** The latest mail to whoever held the office before, which is not sent [GV156]; null once the holder is invited. */
  readonly notSent: Standing | null;
  /**
   * The one that an invitation made now takes the place of: the last that has reached them, where it says otherwise; where none has, the latest
   * to a briefing of the session that was called off.
   */
  readonly replaced: ReplacedInvitation | null;
};

/** An invitation with its mail. */
export type Standing = WithMail & {
  readonly state: InvitationState;
  readonly isOutdated: boolean;
  /** It asks to bring other things than are asked now [GV148]. */
  readonly asksOtherwise: boolean;
};

/** Everybody of the list whom a briefing invites, with address and invitation [GV41]; who chairs is not among them [GV64]. */
export async function findInvited(
  context: Pick<HandlerContext, 'tx' | 'caller' | 'clock'>,
  briefing: BriefingRow,
  listed: readonly ListedNow<AttendeeRow>[],
): Promise<Invited[]> {
  const asking = await findAsking(context, briefing, listed);
  const chair = whoAsks(listed, asking);
  const letters = await findLetters(context, briefing, listed);
  return letters.filter(
    ({ attendee: { places } }) =>
      !places.some((place) => place === chair) || places.some(({ id }) => asking.reached.has(id)),
  );
}

/** The same of everybody on the list: who is to chair by now may have been invited before. */
export async function findLetters(
  context: Pick<HandlerContext, 'tx' | 'caller' | 'clock'>,
  briefing: BriefingRow,
  listed: readonly ListedNow<AttendeeRow>[],
): Promise<Invited[]> {
  const { tx } = context;
  const { communeId } = briefing;
  const persons = await findPersons(context, briefing, listed);
  const addresses = await selectMailAddresses(tx, communeId);
  const standings = await findStandings(tx, briefing);
  const calledOff = await findCalledOff({ tx }, briefing);
  return addresseesOf(listed, persons).map((attendee) => {
    const { places, fullName } = attendee;
    const at = (of: (one: Standing, place: AttendeeRow) => boolean) =>
      standings.filter((one) => places.some((place) => place.id === one.attendeeId && of(one, place)));
    const own = withoutUnsent(
      at((one, place) => !isOfAnother(one, place)),
      appointmentOf(briefing),
    );
    const notSent = at(
      (one, place) =>
        isNotSent(one) && isOfAnother(one, place) && !isForAnotherPlace(one, { made: standings, listed }),
    );
    const person = { seats: persons.get(attendee.id)?.seats ?? [attendee.seat], fullName };
    return {
      attendee,
      address: addressOf(addresses, person),
      unusedAddresses: unusedAddresses(addresses, person),
      invitation: own[0] ?? null,
      mailed: own.find(({ way }) => way === 'mail') ?? null,
      replaced: replacedBy(own, { briefing, calledOff: calledOffOf(calledOff, attendee) }),
      notSent: own.length > 0 ? null : (notSent[0] ?? null),
    };
  });
}

/** Every invitation to a briefing as it stands, the latest first. */
async function findStandings(tx: HandlerContext['tx'], briefing: BriefingRow): Promise<Standing[]> {
  const made = await everyInvitation(tx, { communeId: briefing.communeId, briefingId: briefing.id });
  return made.map((one) => ({
    ...one,
    state: invitationState(one),
    isOutdated: isOutdated(one, appointmentOf(briefing)),
    asksOtherwise: hasGone(one) && asksOtherwise(one, { bring: askingNow(briefing.bring) }),
  }));
}

/** Whether a letter may have come, and says what it says: a mail that waits or is in hand says what stands when it goes [GV73]. */
function hasGone(made: WithMail): boolean {
  return made.mailState !== 'waiting' && made.mailState !== 'sending' && mayHaveReached(made);
}

/** Nothing where the last that has gone says what is so [GV148]. A sheet that nobody has handed over is the one that is made now. */
function replacedBy(
  own: readonly Standing[],
  { briefing, calledOff }: { readonly briefing: BriefingRow; readonly calledOff: CalledOff | undefined },
): ReplacedInvitation | null {
  const saysOtherwise = (one: Standing) => one.isOutdated || one.asksOtherwise;
  // Once the meeting goes on the last letter is made again as it was [GV270].
  const isAtHand = ({ state }: Standing) => state === 'printed' || briefing.state !== 'preparing';
  const last = own.find((one) => hasGone(one) && (saysOtherwise(one) || !isAtHand(one)));
  if (last === undefined) return replacedByCalling(calledOff);
  return saysOtherwise(last) ? { ...letterSaid(last), calledOff: null } : null;
}

/** The invitation to a briefing of the session that was called off, with the word of it where that may have come [GV149]. */
function replacedByCalling(one: CalledOff | undefined): ReplacedInvitation | null {
  return one === undefined ? null : { ...letterSaid(one.letter), calledOff: one.told };
}

/** The invitations that may have reached somebody who still waits for the meeting, the latest first; none once its day is over [GV111]. */
export async function findReached(
  { tx, clock }: Pick<HandlerContext, 'tx' | 'clock'>,
  { communeId, id: briefingId, heldOn }: BriefingRow,
): Promise<WithMail[]> {
  if (heldOn < clock.today()) return [];
  const made = await everyInvitation(tx, { communeId, briefingId });
  return made.filter((one) => mayHaveReached(one));
}

/**
 * How many of the invited have to be invited again because the meeting that is prepared was given another day, hour or place [GV117]; null
 * once it has begun, is not held, or its day is over. Who has left the office is not invited again, who holds it now was not invited yet
 * [GV162].
 */
export async function countInvitedOtherwise(
  { tx, clock }: Pick<HandlerContext, 'tx' | 'clock'>,
  briefing: BriefingRow,
  invited: readonly Pick<Addressee<ListedNow<AttendeeRow>>, 'leftOffice' | 'places'>[],
): Promise<{ readonly reached: number; readonly takenBack: number } | null> {
  const { communeId, id: briefingId } = briefing;
  if (isTooLateToInvite(briefing, clock.today())) return null;
  const made = await everyInvitation(tx, { communeId, briefingId });
  const found = invited
    .filter(({ leftOffice }) => leftOffice === null)
    .map(({ places }) => {
      const own = made.filter((of) =>
        places.some((place) => of.attendeeId === place.id && !isOfAnother(of, place)),
      );
      return invitedOtherwise(own, appointmentOf(briefing));
    });
  const count = (what: 'reached' | 'takenBack') => found.filter((one) => one === what).length;
  return { reached: count('reached'), takenBack: count('takenBack') };
}

/**
 * Takes back invitations that still wait: those of one place, or all of a briefing that was moved or is not held; also where a sheet was
 * printed since. What waits for the same person at another place goes all the same [GV221].
 */
export async function withdrawInvitations(
  { tx }: Pick<HandlerContext, 'tx'>,
  { attendeeId, ...within }: Within & { readonly attendeeId?: AttendeeRow['id'] },
): Promise<void> {
  const rows = await selectEveryInvitation(tx, within);
  const listed = attendeeId === undefined ? [] : await selectAttendees(tx, within);
  const meant = rows.filter(
    (row) =>
      attendeeId === undefined ||
      (row.attendeeId === attendeeId && !isForAnotherPlace(row, { made: rows, listed })),
  );
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
