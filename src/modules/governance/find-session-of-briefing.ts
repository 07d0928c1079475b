import { addMonths, monthEnd, monthStart } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { findSessions, type SessionDay } from '../sessions/index.ts';
import type { BriefingRow } from './db/briefings.ts';

/**
 * The session of a briefing as the calendar has it now: that of its point in the month of its fixed day [GV193], whichever day that is by
 * now; undefined where the calendar has none any more.
 */
export async function findSessionOfBriefing(
  tx: Tx,
  { communeId, pointCode, regularOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn'>,
): Promise<SessionDay | undefined> {
  const month = monthStart(regularOn);
  // A notice may bring the session into another month; the month of its fixed day stays.
  const around = { from: addMonths(month, -1), to: addMonths(monthEnd(regularOn), 1) };
  const sessions = await findSessions(tx, { communeId, ...around });
  return sessions.find((one) => one.point.pointCode === pointCode && monthStart(one.regularOn) === month);
}
