import type { InputOf } from '../../kernel/contract.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { addAttendee as operation } from './contract.ts';
import { type AttendeeRow, insertAttendees, selectAttendee } from './db/attendees.ts';
import { selectTakenOffById } from './db/attendees-taken-off.ts';
import type { BriefingRow } from './db/briefings.ts';
import { isPartAsked, partAsked, seatOfGuest } from './domain/guest-seat.ts';
import type { ListedNow } from './domain/offices-anew.ts';
import type { SeatKey } from './domain/seat.ts';
import { type CommuneOn, findOffices, judgeHolder } from './find-seats.ts';
import { placesNow } from './renew-attendees.ts';
import { communeAt } from './seats-of-list.ts';

/** More than any hall of a commune holds at a briefing. */
const MOST_ATTENDEES = 400;

/** Of whom no office is asked. */
const NO_OFFICE = { isVacant: false };

/**
 * Asks somebody more to a briefing: under the office that is named only if they hold it [GV154], and under theirs where none is named but
 * they are called by it [GV164]. Sent twice under one id they are asked once, also
 * where another has taken them off meanwhile [GV93].
 */
export const addAttendee: Handler<typeof operation> = async (
  { communeId, briefingId, attendeeId, ...person },
  context,
) => {
  const within = { communeId, briefingId };
  const subject = { attendee: attendeeId };
  const sentBefore = async () => {
    const standing =
      (await selectAttendee(context.tx, within, attendeeId)) ??
      (await selectTakenOffById(context.tx, within, attendeeId));
    if (!standing) return undefined;
    return samePerson(standing, person) ? { answer: {}, subject } : refuse('idTaken');
  };
  const add = async (briefing: BriefingRow) => {
    const asked = await placesNow(context, briefing);
    if (asked.length >= MOST_ATTENDEES)
      return refuse('tooManyLines', { most: MOST_ATTENDEES, what: 'người dự' });
    const at = communeAt(context, briefing);
    const named = person.seat === null ? await underOffice(context, at, person) : person;
    const { seat, fullName } = named;
    const held = seat === null ? NO_OFFICE : await judgeHolder(context, { ...at, seat, fullName });
    if (isRefusal(held)) return held;
    const standing = asked.find((one) => isOnList(one, { seat, fullName, ...held }));
    if (standing) {
      const place = { name: standing.fullName, capacity: standing.capacity };
      const hasLeftSince = briefing.state === 'open' && standing.leftOffice !== null;
      return refuse(hasLeftSince ? 'seatAtMeeting' : 'seatOnList', place);
    }
    const asOne = { ...named, ...held, part: partAsked(named, asked), id: attendeeId };
    const added = await insertAttendees(context.tx, within, [asOne], { isAdded: true });
    return added === 1 ? { answer: {}, subject } : refuse('idTaken');
  };
  return changeBriefing(context, within, add, sentBefore);
};

/**
 * Whether a place on the list is the office's under which somebody is added [GV154]: theirs, that of who has left it, also in the meeting
 * [GV211], or the office's while nobody holds it. Of an office that several hold each has a place.
 */
function isOnList(
  place: ListedNow<AttendeeRow>,
  added: Pick<AttendeeRow, 'seat' | 'fullName' | 'isVacant'>,
): boolean {
  if (added.seat === null || place.seat !== added.seat) return false;
  if (place.leftOffice !== null) return true;
  return place.isVacant ? added.isVacant : isSameName(place.fullName, added.fullName);
}

type Person = Pick<InputOf<typeof operation>, 'fullName' | 'part' | 'capacity'>;

/**
 * Somebody who was named alone: under the office that they hold, by the name that it has them by, where they are meant as that [GV164]; of a
 * day that is over also under the one that they hold only since, which the list does not take them by [GV260].
 */
async function underOffice<One extends Person>(
  context: HandlerContext,
  { communeId, on }: CommuneOn,
  person: One,
): Promise<One & { readonly seat: SeatKey | null }> {
  const then = await findOffices(context, communeId, on);
  const office =
    seatOfGuest(then.seats, person) ?? seatOfGuest((await findOffices(context, communeId)).seats, person);
  return { ...person, seat: office?.seat ?? null, fullName: office?.holderName ?? person.fullName };
}

/** Whether it is the same person in the same part; the office may have got its holder since. */
function samePerson(standing: Person & Pick<AttendeeRow, 'seat'>, sent: Person): boolean {
  return (
    isSameName(standing.fullName, sent.fullName) &&
    isPartAsked(standing, sent.part) &&
    standing.capacity === sent.capacity
  );
}
