import type { BusinessDate } from '../../../kernel/dates.ts';
import { isSameName } from '../../../kernel/text.ts';
import type { BriefingState } from './briefing.ts';

/**
 * How an invitation stands: to be sent by mail, on its way, gone, given up by the mail server, given up or taken back after an attempt that
 * may have brought it there, printed and to be handed over, handed over, taken back.
 */
export const INVITATION_STATES = {
  waiting: 'Chờ gửi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  unsure: 'Có thể đã đến',
  printed: 'Đã in, chưa giao',
  handed: 'Đã giao tận tay',
  withdrawn: 'Đã rút lại',
} as const;

/** One of {@link INVITATION_STATES}. */
export type InvitationState = keyof typeof INVITATION_STATES;

/** When and where a meeting is, as its invitation says. */
export type Appointment = {
  readonly heldOn: BusinessDate;
  /** The hour it names: the meeting's, and while none is planned that of the session, which the meeting follows. */
  readonly hour: string | null;
  /** Whose hour that is [GV214]; null where it names none, and of invitations from before that was kept. */
  readonly hourOf: 'meeting' | 'session' | null;
  readonly place: string | null;
};

/** When and where a meeting is: its own hour, and that of the session which it follows where it has none. */
export type MeetingNow = Pick<Appointment, 'heldOn' | 'place'> & {
  readonly meetsAt: string | null;
  readonly startsAt: string | null;
};

/** How the mail of an invitation stands. */
type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn';

/** An invitation as it went, or is to go. */
export type Went = {
  readonly way: 'mail' | 'paper';
  /** Undefined where it went on paper. */
  readonly mailState: MailState | undefined;
  /** An attempt of which nobody knows what came of it may have brought the mail there [GV147]. */
  readonly mayHaveCome: boolean;
};

/** How an invitation stands, from its way, its mail and whether it was handed over [GV41] [GV147]. */
export function invitationState({
  way,
  mailState,
  mayHaveCome,
  handedOn,
}: Went & { readonly handedOn: BusinessDate | null }): InvitationState {
  if (way === 'paper') return handedOn === null ? 'printed' : 'handed';
  if (mailState === 'sending' || mailState === undefined) return 'waiting';
  return mayHaveCome && (mailState === 'failed' || mailState === 'withdrawn') ? 'unsure' : mailState;
}

/** Whether nobody is invited to a meeting any more: it has begun, is not held, or its day is over [GV41]. */
export function isTooLateToInvite(
  { state, heldOn }: { readonly state: BriefingState; readonly heldOn: BusinessDate },
  today: BusinessDate,
): boolean {
  return state !== 'preparing' || heldOn < today;
}

/** Whether an invitation names another day, hour or place than the meeting has now [GV41]. */
export function isOutdated(invited: Appointment, now: Appointment): boolean {
  return invited.heldOn !== now.heldOn || isOtherHour(invited, now) || invited.place !== now.place;
}

/** Whether an invitation names another hour than the meeting has now, or the same as that of the session, which is another [GV214]. */
export function isOtherHour(invited: Hour, now: Hour): boolean {
  if (invited.hour !== now.hour) return true;
  return invited.hourOf !== null && now.hourOf !== null && invited.hourOf !== now.hourOf;
}

type Hour = Pick<Appointment, 'hour' | 'hourOf'>;

/** What an invitation that is made now says of when and where [GV41] [GV114]. */
export function appointmentOf({ heldOn, place, ...hours }: MeetingNow): Appointment {
  return { heldOn, place, ...hourOf(hours) };
}

function hourOf({ meetsAt, startsAt }: Pick<MeetingNow, 'meetsAt' | 'startsAt'>): Hour {
  if (meetsAt !== null) return { hour: meetsAt, hourOf: 'meeting' };
  return { hour: startsAt, hourOf: startsAt === null ? null : 'session' };
}

/**
 * Whether somebody may know of a meeting by an invitation [GV111]: by a mail that is on its way, went or may have come [GV147], by a paper
 * from its printing on, since papers are handed over before anybody notes it.
 */
export function mayHaveReached({ way, mailState, mayHaveCome }: Went): boolean {
  return way === 'paper' || mailState === 'sending' || mailState === 'sent' || mayHaveCome;
}

/**
 * Whether an invitation was made out to somebody else than who is asked in that place now, who is not invited by it [GV159]. One that
 * reached a vacant office by its title is its holder's.
 */
export function isOfAnother(
  made: Went & { readonly toName: string; readonly isToVacant: boolean },
  { fullName }: { readonly fullName: string },
): boolean {
  if (isSameName(made.toName, fullName)) return false;
  return !(made.isToVacant && mayHaveReached(made));
}

/** Of invitations, the latest first, the latest of each person. */
export function latestOfEach<One extends { readonly toName: string }>(made: readonly One[]): One[] {
  return made.filter((one, i) => made.findIndex(({ toName }) => isSameName(toName, one.toName)) === i);
}

/** Whether an invitation is a mail that reached nobody: it waits, or was taken back. */
export function isNotSent(made: Went): boolean {
  return (made.mailState === 'waiting' || made.mailState === 'withdrawn') && !mayHaveReached(made);
}

/** An invitation with how it went, and what it said of when and where. */
export type MadeWithMail = Appointment & Went;

/**
 * Whether an invitation keeps the place on the list for whoever it was made out to, also once they have left the office [GV162]: it may
 * have reached them and names the meeting as it is. By any other they know of no meeting, or of one that is not held so.
 */
export function holdsPlace(invitation: MadeWithMail, now: Appointment): boolean {
  return mayHaveReached(invitation) && !isOutdated(invitation, now);
}

/**
 * The invitations of one person without those after the one by which they know of the meeting as it is, that reached nobody: taken back, or
 * given up with another day, hour or place. A meeting that was moved and moved back is the one that they know [GV41] [GV117].
 *
 * @param invitations the latest first
 */
export function withoutUnsent<One extends MadeWithMail>(
  invitations: readonly One[],
  now: Appointment,
): readonly One[] {
  const known = invitations.findIndex(
    (one) =>
      one.mailState === 'waiting' ||
      mayHaveReached(one) ||
      (one.mailState === 'failed' && !isOutdated(one, now)),
  );
  const last = invitations[known];
  return last !== undefined && holdsPlace(last, now) ? invitations.slice(known) : invitations;
}

/**
 * Whether somebody has to be invited again because the meeting has another day, hour or place since [GV117]: an invitation that names
 * the old ones may have reached them, or it was taken back before it went. Null where they know, or will by a mail that waits.
 *
 * @param invitations of one person, the latest first
 */
export function invitedOtherwise(
  invitations: readonly MadeWithMail[],
  now: Appointment,
): 'reached' | 'takenBack' | null {
  const last = invitations.find((one) => one.mailState === 'waiting' || mayHaveReached(one));
  if (last) return isOutdated(last, now) ? 'reached' : null;
  return invitations[0]?.mailState === 'withdrawn' ? 'takenBack' : null;
}
