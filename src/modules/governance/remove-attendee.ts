import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { removeAttendee as operation } from './contract.ts';
import { deleteAttendee } from './db/attendees.ts';

/** Takes somebody off the list of those asked. */
export const removeAttendee: Handler<typeof operation> = async ({ attendeeId, ...within }, context) =>
  changeBriefing(context, within, async () =>
    (await deleteAttendee(context.tx, within, attendeeId))
      ? { answer: {}, subject: { attendee: attendeeId } }
      : refuse('notFound'),
  );
