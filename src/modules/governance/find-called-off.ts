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
export type CalledOff = Pick<AttendeeRow, 'seat' | 'capacity' | 'fullName'> & {
  readonly briefingId: Within['briefingId'];
  /** The latest invitation that may have reached them. */
  readonly letter: WithMail;
  /** How and when they were told that it is not held, as far as that may have reached them; null where it has not [GV149]. */
  readonly told: ToldOff | null;
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
      if (calledOffOf(found, one) === undefined) found.push(one);
  return found;
}

/** What is found of whoever stands at a place of a list: the same person in the same office, or by the same name and capacity. */
export function calledOffOf(
  found: readonly CalledOff[],
  { seat, fullName, capacity }: Pick<AttendeeRow, 'seat' | 'fullName' | 'capacity'>,
): CalledOff | undefined {
  return found.find(
    (one) =>
      one.seat === seat && isSameName(one.fullName, fullName) && (seat !== null || one.capacity === capacity),
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
  invited: readonly Pick<AttendeeRow, 'id' | 'seat' | 'fullName' | 'capacity'>[],
): Promise<CalledOffCounts | null> {
  const { communeId, id: briefingId } = briefing;
  if (isTooLateToInvite(briefing, context.clock.today())) return null;
  const found = await findCalledOff(context, briefing);
  if (found.length === 0) return null;
  const made = await everyInvitation(context.tx, { communeId, briefingId });
  const isInvitedAnew = (one: (typeof invited)[number]) =>
    made.some(
      (letter) =>
        letter.attendeeId === one.id &&
        !isOfAnother(letter, one) &&
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
  const places = new Map((await selectAttendees(tx, within)).map((one) => [one.id, one]));
  const made = (await everyInvitation(tx, within)).filter(mayHaveReached);
  return cancellations.flatMap((cancellation) => {
    const { attendeeId, toName: fullName } = cancellation;
    const place = places.get(attendeeId);
    const letter = made.find((one) => one.attendeeId === attendeeId && !isOfAnother(one, { fullName }));
    if (place === undefined || letter === undefined) return [];
    const { seat, capacity } = place;
    return [{ seat, capacity, fullName, briefingId: within.briefingId, letter, told: toldOff(cancellation) }];
  });
}

/** A mail that waits goes before any that is queued now. */
function toldOff({ state, mail, toldAt }: Cancellation): ToldOff | null {
  if (toldAt !== null) return { how: 'told', on: dayInVietnam(toldAt) };
  if (mail === undefined || (state === 'failed' && !mail.mayHaveCome)) return null;
  return { how: 'sent', on: dayInVietnam(mail.sentAt ?? mail.dueAt) };
}
