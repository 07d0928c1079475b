import type { BusinessDate } from '../../../kernel/dates.ts';
import { isSameName } from '../../../kernel/text.ts';
import type { BriefingState } from './briefing.ts';

/**
 * How an invitation stands: to be sent by mail, on its way, gone, given up by the mail server, printed and to be handed
 * over, handed over, taken back.
 */
export const INVITATION_STATES = {
  waiting: 'Chờ gửi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
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

/** How an invitation stands, from its way, its mail and whether it was handed over [GV41]. */
export function invitationState(
  { way, handedOn }: { readonly way: 'mail' | 'paper'; readonly handedOn: BusinessDate | null },
  mailState: MailState | undefined,
): InvitationState {
  if (way === 'paper') return handedOn === null ? 'printed' : 'handed';
  if (mailState === 'sending' || mailState === undefined) return 'waiting';
  return mailState;
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
 * Whether somebody may know of a meeting by an invitation [GV111]: by a mail that is on its way or went, by a paper from its printing
 * on, since papers are handed over before anybody notes it.
 */
export function mayHaveReached(
  { way }: { readonly way: 'mail' | 'paper' },
  mailState: MailState | undefined,
): boolean {
  return way === 'paper' || mailState === 'sending' || mailState === 'sent';
}

/**
 * Whether an invitation was made out to somebody else than who is asked in that place now, who is not invited by it [GV159]. One that
 * reached a vacant office by its title is its holder's.
 */
export function isOfAnother(
  made: {
    readonly toName: string;
    readonly isToVacant: boolean;
    readonly way: 'mail' | 'paper';
    readonly mailState: MailState | undefined;
  },
  { fullName }: { readonly fullName: string },
): boolean {
  if (isSameName(made.toName, fullName)) return false;
  return !(made.isToVacant && mayHaveReached(made, made.mailState));
}

/** Of invitations, the latest first, the latest of each person. */
export function latestOfEach<One extends { readonly toName: string }>(made: readonly One[]): One[] {
  return made.filter((one, i) => made.findIndex(({ toName }) => isSameName(toName, one.toName)) === i);
}

/** Whether an invitation is a mail that reached nobody: it waits, or was taken back. */
export function isNotSent(mailState: MailState | undefined): boolean {
  return mailState === 'waiting' || mailState === 'withdrawn';
}

/** An invitation with the state of its mail; undefined where it went on paper. */
export type MadeWithMail = Appointment & {
  readonly way: 'mail' | 'paper';
  readonly mailState: MailState | undefined;
};

/**
 * Whether an invitation keeps the place on the list for whoever it was made out to, also once they have left the office [GV162]: it may
 * have reached them and names the meeting as it is. By any other they know of no meeting, or of one that is not held so.
 */
export function holdsPlace(invitation: MadeWithMail, now: Appointment): boolean {
  return mayHaveReached(invitation, invitation.mailState) && !isOutdated(invitation, now);
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
  const last = invitations.find((one) => one.mailState === 'waiting' || mayHaveReached(one, one.mailState));
  if (last) return isOutdated(last, now) ? 'reached' : null;
  return invitations[0]?.mailState === 'withdrawn' ? 'takenBack' : null;
}
