import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { refuseCancelled } from './change-briefing.ts';
import type { addAddendum as operation } from './contract.ts';
import { insertAddendum, selectAddenda } from './db/addenda.ts';
import { lockBriefing, touchBriefing } from './db/briefings.ts';
import { selectMinutes } from './db/minutes.ts';
import type { Within } from './db/within.ts';

/** So many that the minutes themselves would have to be asked about. */
const MOST_ADDENDA = 100;

/**
 * Corrects closed minutes by an addendum with its reason and author [GV11]; the chair of the commune only where he chaired and so signs
 * them [GV123]. Sent twice under one id it stands once.
 */
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
  if (caller.role === 'communeChair' && !(await isChairedByCommune(tx, within)))
    return refuse('addendumOfBank', { heldOn: formatDate(briefing.metOn) });
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

/** Whether the chair of the commune chaired, as the minutes fixed it; those closed before that was kept were the session team's. */
async function isChairedByCommune(tx: Tx, { communeId, briefingId }: Within): Promise<boolean> {
  const minutes = await selectMinutes(tx, communeId, briefingId);
  return minutes?.content.chairPart === 'communeChair';
}
