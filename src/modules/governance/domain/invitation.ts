import type { BusinessDate } from '../../../kernel/dates.ts';

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
  readonly place: string | null;
};

/** How an invitation stands, from its way, its mail and whether it was handed over [GV41]. */
export function invitationState(
  { way, handedOn }: { readonly way: 'mail' | 'paper'; readonly handedOn: BusinessDate | null },
  mailState: 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn' | undefined,
): InvitationState {
  if (way === 'paper') return handedOn === null ? 'printed' : 'handed';
  if (mailState === 'sending' || mailState === undefined) return 'waiting';
  return mailState;
}

/** Whether an invitation names another day, hour or place than the meeting has now [GV41]. */
export function isOutdated(invited: Appointment, now: Appointment): boolean {
  return invited.heldOn !== now.heldOn || invited.hour !== now.hour || invited.place !== now.place;
}

/** What an invitation that is made now says of when and where [GV41] [GV114]. */
export function appointmentOf({
  heldOn,
  meetsAt,
  startsAt,
  place,
}: Omit<Appointment, 'hour'> & {
  readonly meetsAt: string | null;
  readonly startsAt: string | null;
}): Appointment {
  return { heldOn, hour: meetsAt ?? startsAt, place };
}

/**
 * Whether somebody may know of a meeting by an invitation [GV111]: by a mail that is on its way or went, by a paper from its printing
 * on, since papers are handed over before anybody notes it.
 */
export function mayHaveReached(
  { way }: { readonly way: 'mail' | 'paper' },
  mailState: 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn' | undefined,
): boolean {
  return way === 'paper' || mailState === 'sending' || mailState === 'sent';
}
