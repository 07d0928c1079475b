import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { addAttendee as operation } from './contract.ts';
import { insertAttendees, selectAttendees } from './db/attendees.ts';

/** More than any hall of a commune holds at a briefing. */
const MOST_ATTENDEES = 400;

/** Asks somebody more to a briefing. Sent twice under one id they are asked once. */
export const addAttendee: Handler<typeof operation> = async (
  { communeId, briefingId, attendeeId, ...person },
  context,
) => {
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async () => {
    const asked = await selectAttendees(context.tx, within);
    const standing = asked.find(({ id }) => id === attendeeId);
    if (standing && standing.fullName !== person.fullName) return refuse('idTaken');
    if (!standing && asked.length >= MOST_ATTENDEES)
      return refuse('tooManyLines', { most: MOST_ATTENDEES, what: 'người dự' });
    const added = standing ? 1 : await insertAttendees(context.tx, within, [{ ...person, id: attendeeId }]);
    return added === 1 ? { answer: {}, subject: { attendee: attendeeId } } : refuse('idTaken');
  });
};
