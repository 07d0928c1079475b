import { refuse } from '../../kernel/refusal.ts';
import { isSameName } from '../../kernel/text.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import type { recordToldInPerson as operation } from './contract.ts';
import { lockBriefing, touchBriefing } from './db/briefings.ts';
import { writeToldInPerson } from './db/cancellations.ts';
import { isLeftToTell } from './domain/cancellation.ts';
import { findCancellations } from './find-cancellations.ts';

/**
 * Says that somebody whom no mail tells has been told in person that the briefing is not held, or takes that back [GV116]. The first who
 * says it is kept: what is said once more changes nothing.
 */
export const recordToldInPerson: Handler<typeof operation> = async (
  { attendeeId, toName: shownName, isTold, ...within },
  context,
) => {
  const { tx, caller, clock, note } = context;
  const { communeId, briefingId } = within;
  // Locked, so that of two who say it at once the second finds what the first has said.
  const briefing = await lockBriefing(tx, communeId, briefingId);
  const found = (await findCancellations(context, within)).find(
    (one) => one.attendeeId === attendeeId && isSameName(one.toName, shownName),
  );
  if (!briefing || !found) return refuse('notFound');
  // As the row has it: the name that was sent is tidied, that of a file from before was not.
  const { toName } = found;
  const isTurned = isTold !== (found.state === 'told');
  if (isTurned && isTold && !isLeftToTell(found.state)) return refuse('toldByMail', { name: toName });
  if (isTurned) {
    const told = { by: caller.userId, byName: await callerName(context), at: clock.now() };
    await writeToldInPerson(tx, { ...within, attendeeId, toName }, isTold ? told : null);
    await touchBriefing(tx, communeId, briefingId);
  }
  note({ communeId, subject: { briefing: briefingId, attendee: attendeeId, isTold } });
  return {};
};
