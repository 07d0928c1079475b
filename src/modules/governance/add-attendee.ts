import type { InputOf } from '../../kernel/contract.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { addAttendee as operation } from './contract.ts';
import { insertAttendees, selectAttendee, selectAttendees } from './db/attendees.ts';
import { judgeHolder } from './find-seats.ts';

/** More than any hall of a commune holds at a briefing. */
const MOST_ATTENDEES = 400;

/** Of whom no office is asked. */
const NO_OFFICE = { isVacant: false };

/** Asks somebody more to a briefing, under an office only if they hold it [GV154]. Sent twice under one id they are asked once. */
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
    const { seat, fullName } = person;
    const held = seat === null ? NO_OFFICE : await judgeHolder(context, { communeId, seat, fullName });
    if (isRefusal(held)) return held;
    const added = await insertAttendees(context.tx, within, [{ ...person, ...held, id: attendeeId }]);
    return added === 1 ? { answer: {}, subject } : refuse('idTaken');
  };
  return changeBriefing(context, within, add, sentBefore);
};

type Person = Pick<InputOf<typeof operation>, 'fullName' | 'part' | 'capacity'>;

/** Whether it is the same person in the same part; the office may have got its holder since. */
function samePerson(one: Person, other: Person): boolean {
  return one.fullName === other.fullName && one.part === other.part && one.capacity === other.capacity;
}
