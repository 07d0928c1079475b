import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { recordAttendance as operation } from './contract.ts';
import { updatePresence } from './db/attendees.ts';

/** Says how somebody is there, or why not [GV3]; a deputy has a name. */
export const recordAttendance: Handler<typeof operation> = async (input, context) => {
  const { attendeeId, presence, note, communeId, briefingId } = input;
  const deputyName = presence === 'deputy' ? input.deputyName : null;
  if (presence === 'deputy' && deputyName === null) return refuse('deputyNameMissing');
  return changeBriefing(context, { communeId, briefingId }, async () => {
    const told = { id: attendeeId, presence, deputyName, note };
    const isAsked = await updatePresence(context.tx, { communeId, briefingId }, told);
    return isAsked ? { answer: {}, subject: { attendee: attendeeId, presence } } : refuse('notFound');
  });
};
