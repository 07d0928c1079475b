import type { InputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { addAttendee as operation } from './contract.ts';
import { insertAttendees, selectAttendee, selectAttendees } from './db/attendees.ts';
import { seatOfGuest } from './domain/guest-seat.ts';
import type { SeatKey } from './domain/seat.ts';
import { findOffices, judgeHolder } from './find-seats.ts';

/** More than any hall of a commune holds at a briefing. */
const MOST_ATTENDEES = 400;

/** Of whom no office is asked. */
const NO_OFFICE = { isVacant: false };

/**
 * Asks somebody more to a briefing: under the office that is named only if they hold it [GV154], and under theirs where none is named but
 * they are called by it [GV164]. Sent twice under one id they are asked once.
 */
export const addAttendee: Handler<typeof operation> = async (
  { communeId, briefingId, attendeeId, ...person },
  context,
) => {
  const within = { communeId, briefingId };
  const subject = { attendee: attendeeId };
  const sentBefore = async () => {
    const standing = await selectAttendee(context.tx, within, attendeeId);
    if (!standing) return undefined;
    return samePerson(standing, person) ? { answer: {}, subject } : refuse('idTaken');
  };
  const add = async () => {
    const asked = await selectAttendees(context.tx, within);
    if (asked.length >= MOST_ATTENDEES)
      return refuse('tooManyLines', { most: MOST_ATTENDEES, what: 'người dự' });
    const named = person.seat === null ? await underOffice(context, communeId, person) : person;
    const { seat, fullName } = named;
    const held = seat === null ? NO_OFFICE : await judgeHolder(context, { communeId, seat, fullName });
    if (isRefusal(held)) return held;
    const added = await insertAttendees(context.tx, within, [{ ...named, ...held, id: attendeeId }]);
    return added === 1 ? { answer: {}, subject } : refuse('idTaken');
  };
  return changeBriefing(context, within, add, sentBefore);
};

type Person = Pick<InputOf<typeof operation>, 'fullName' | 'part' | 'capacity'>;

/** Somebody who was named alone: under the office that they hold, by the name that it has them by, where they are meant as that [GV164]. */
async function underOffice<One extends Person>(
  context: HandlerContext,
  communeId: Id,
  person: One,
): Promise<One & { readonly seat: SeatKey | null }> {
  const { seats } = await findOffices(context, communeId);
  const office = seatOfGuest(seats, person);
  return { ...person, seat: office?.seat ?? null, fullName: office?.holderName ?? person.fullName };
}

/** Whether it is the same person in the same part; the office may have got its holder since. */
function samePerson(one: Person, other: Person): boolean {
  return (
    isSameName(one.fullName, other.fullName) && one.part === other.part && one.capacity === other.capacity
  );
}
