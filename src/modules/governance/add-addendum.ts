import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { refuseCancelled } from './change-briefing.ts';
import type { addAddendum as operation } from './contract.ts';
import { insertAddendum, selectAddenda } from './db/addenda.ts';
import { lockBriefing, touchBriefing } from './db/briefings.ts';

/** So many that the minutes themselves would have to be asked about. */
const MOST_ADDENDA = 100;

/** Corrects closed minutes by an addendum with its reason and author [GV11]. Sent twice under one id it stands once. */
export const addAddendum: Handler<typeof operation> = async (
  { communeId, briefingId, addendumId, text, reason },
  context,
) => {
  const { tx, caller, clock, note } = context;
  const briefing = await lockBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  if (briefing.state === 'cancelled') return refuseCancelled(briefing);
  if (briefing.state !== 'closed') return refuse('briefingStillOpen', { heldOn: formatDate(briefing.metOn) });
  const within = { communeId, briefingId };
  const addenda = await selectAddenda(tx, within);
  const standing = addenda.find(({ id }) => id === addendumId);
  if (standing && (standing.text !== text || standing.reason !== reason)) return refuse('idTaken');
  if (!standing && addenda.length >= MOST_ADDENDA)
    return refuse('tooManyLines', { most: MOST_ADDENDA, what: 'văn bản bổ sung' });
  note({ communeId, subject: { briefing: briefingId, addendum: addendumId } });
  if (standing) return { number: standing.number };
  const number = await insertAddendum(tx, within, {
    id: addendumId,
    text,
    reason,
    writtenBy: caller.userId,
    writtenByName: await callerName(context),
    writtenAt: clock.now(),
  });
  if (number === undefined) return refuse('idTaken');
  await touchBriefing(tx, communeId, briefingId);
  return { number };
};
