import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { addAttendee as operation } from './contract.ts';
import { insertAttendees } from './db/attendees.ts';

/** Asks somebody more to a briefing. */
export const addAttendee: Handler<typeof operation> = async (
  { communeId, briefingId, attendeeId, ...person },
  context,
) =>
  changeBriefing(context, { communeId, briefingId }, async () => {
    await insertAttendees(context.tx, { communeId, briefingId }, [{ ...person, id: attendeeId }]);
    return { answer: {}, subject: { attendee: attendeeId } };
  });
