import { dayInVietnam } from '../../kernel/moment.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type AttendeeRow, selectAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectCancelledOfSession } from './db/briefings-of-session.ts';
import type { Within } from './db/within.ts';
import { isOfAnother, isTooLateToInvite, mayHaveReached } from './domain/invitation.ts';
import type { ToldOff } from './domain/replaced-invitation.ts';
import { everyInvitation, type WithMail } from './every-invitation.ts';
import { type Cancellation, findCancellations } from './find-cancellations.ts';

/** Somebody who was invited to a briefing that was called off, of the session for which another is prepared. */
export type CalledOff = {
  readonly fullName: string;
  /** They are the office, which nobody held and which was told by its title. */
  readonly isOffice: boolean;
  /** Under which offices their letter invited them [GV219]. */
  readonly places: readonly Pick<AttendeeRow, 'seat' | 'capacity'>[];
  readonly briefingId: Within['briefingId'];
  readonly attendeeId: AttendeeRow['id'];
  /** The latest invitation that may have reached them. */
  readonly letter: WithMail;
  /** How and when they were told that it is not held, as far as that may have reached them; null where it has not [GV149]. */
  readonly told: ToldOff | null;
  /** Where the mail that was to tell them would have gone, which was taken back as the briefing was prepared again [GV223]; else null. */
  readonly takenBack: { readonly address: string } | null;
};

/** Whom the called-off briefings of a session had invited [GV149], each once, by the last of them; nobody once the new one has begun. */
export async function findCalledOff(
  { tx }: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
): Promise<CalledOff[]> {
  if (briefing.state !== 'preparing') return [];
  const found: CalledOff[] = [];
  for (const { id: briefingId } of await selectCancelledOfSession(tx, briefing))
    for (const one of await invitedTo({ tx }, { communeId: briefing.communeId, briefingId }))
      if (!found.some((known) => isSameCalledOff(known, one))) found.push(one);
  return found;
}

/**
 * What is found of somebody who is asked: the same person in one of the same offices, or by the same name and capacity; an office that was
 * invited by its title is whoever holds it since [GV222].
 */
export function calledOffOf(
  found: readonly CalledOff[],
  { places }: { readonly places: readonly Pick<AttendeeRow, 'seat' | 'fullName' | 'capacity'>[] },
): CalledOff | undefined {
  return found.find((one) => places.some((place) => isCalledOff(one, place)));
}

function isCalledOff(
  { fullName, isOffice, places }: CalledOff,
  asked: Pick<AttendeeRow, 'seat' | 'fullName' | 'capacity'>,
): boolean {
  if (!isSameName(fullName, asked.fullName) && !(isOffice && asked.seat !== null)) return false;
  return places.some(
    ({ seat, capacity }) => seat === asked.seat && (seat !== null || capacity === asked.capacity),
  );
}

/** Of a briefing that is prepared again, who heard that it is not held and who never did, and is not invited anew yet [GV149]. */
export type CalledOffCounts = {
  readonly told: number;
  readonly untold: number;
  /** The briefing whose officer has still to tell somebody; null where everybody was told. */
  readonly untoldOf: Within['briefingId'] | null;
};

/**
 * Counts them; null where there are none, or nobody is invited any more. Who was told and is not asked anew knows what is so; who was not
 * is counted also where they are not asked anew.
 */
export async function countCalledOff(
  context: Pick<HandlerContext, 'tx' | 'clock'>,
  briefing: BriefingRow,
  invited: readonly { readonly places: readonly AttendeeRow[] }[],
): Promise<CalledOffCounts | null> {
  const { communeId, id: briefingId } = briefing;
  if (isTooLateToInvite(briefing, context.clock.today())) return null;
  const found = await findCalledOff(context, briefing);
  if (found.length === 0) return null;
  const made = await everyInvitation(context.tx, { communeId, briefingId });
  const isInvitedAnew = ({ places }: (typeof invited)[number]) =>
    made.some(
      (letter) =>
        places.some((place) => letter.attendeeId === place.id && !isOfAnother(letter, place)) &&
        (letter.mailState === 'waiting' || mayHaveReached(letter)),
    );
  const listed = new Set(invited.map((one) => calledOffOf(found, one)));
  const anew = new Set(invited.filter(isInvitedAnew).map((one) => calledOffOf(found, one)));
  const left = found.filter((one) => !anew.has(one));
  const untold = left.filter(({ told }) => told === null);
  const told = left.filter((one) => one.told !== null && listed.has(one));
  if (untold.length + told.length === 0) return null;
  return { told: told.length, untold: untold.length, untoldOf: untold[0]?.briefingId ?? null };
}

async function invitedTo({ tx }: Pick<HandlerContext, 'tx'>, within: Within): Promise<CalledOff[]> {
  const cancellations = await findCancellations({ tx }, within);
  if (cancellations.length === 0) return [];
  const listed = new Map((await selectAttendees(tx, within)).map((one) => [one.id, one]));
  const made = (await everyInvitation(tx, within)).filter(mayHaveReached);
  return cancellations.flatMap((cancellation) => {
    const { attendeeId, toName: fullName } = cancellation;
    const letter = made.find((one) => one.attendeeId === attendeeId && !isOfAnother(one, { fullName }));
    if (letter === undefined) return [];
    const places = made.flatMap((one) =>
      one.letterId === letter.letterId ? (listed.get(one.attendeeId) ?? []) : [],
    );
    if (places.length === 0) return [];
    const isOffice = letter.isToVacant && isSameName(letter.toName, fullName);
    const { briefingId } = within;
    const { state, mail } = cancellation;
    const takenBack = state === 'withdrawn' && mail !== undefined ? { address: mail.toAddress } : null;
    const found = { fullName, isOffice, places, briefingId, attendeeId, letter };
    return [{ ...found, told: toldOff(cancellation), takenBack }];
  });
}

/** Whether two briefings of a session had invited the same person, or office. */
function isSameCalledOff(known: CalledOff, one: CalledOff): boolean {
  return one.places.some((place) => isCalledOff(known, { ...place, fullName: one.fullName }));
}

/** A mail that waits goes before any that is queued now. */
function toldOff({ state, mail, toldAt }: Cancellation): ToldOff | null {
  if (toldAt !== null) return { how: 'told', on: dayInVietnam(toldAt) };
  if (mail === undefined || state === 'failed' || state === 'withdrawn') return null;
  return { how: 'sent', on: dayInVietnam(mail.sentAt ?? mail.dueAt) };
}
