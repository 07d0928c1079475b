import { addMonths, type BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { findSessions } from '../sessions/index.ts';
import type { BriefingRow } from './db/briefings.ts';

/** How far from its regular day a session is looked for. */
const MONTHS_MOVED = 2;

type Briefing = Pick<BriefingRow, 'communeId' | 'regularOn' | 'heldOn'>;

/**
 * Of what falls due by session, that of the briefing's own session or, where nothing does there, of the next after it, with the day
 * it is held [GV23] [GV192]. Debts fall due on the regular day, so that a session moved by a notice is found by that, not by its own day.
 *
 * @param due by regular day, the first session first
 */
export async function findDueSession<
  Due extends { readonly sessionOn: BusinessDate; readonly loans: number },
>(
  tx: Tx,
  briefing: Briefing,
  due: readonly Due[],
): Promise<(Due & { readonly heldOn: BusinessDate }) | null> {
  const found = sessionToTell(due, briefing.regularOn);
  return found === undefined ? null : { ...found, heldOn: await heldDayOf(tx, briefing, found.sessionOn) };
}

/** The briefing's own session or the next after it: the first of them at which something falls due, else its own [GV192]. */
export function sessionToTell<Due extends { readonly sessionOn: BusinessDate; readonly loans: number }>(
  due: readonly Due[],
  regularOn: BusinessDate,
): Due | undefined {
  const coming = due.filter(({ sessionOn }) => sessionOn >= regularOn).slice(0, 2);
  return coming.find(({ loans }) => loans > 0) ?? coming[0];
}

/** The briefing's own day; of another session that of the calendar, or its regular one where it is left out. */
async function heldDayOf(tx: Tx, briefing: Briefing, regularOn: BusinessDate): Promise<BusinessDate> {
  const { communeId } = briefing;
  if (regularOn === briefing.regularOn) return briefing.heldOn;
  const between = { from: addMonths(regularOn, -MONTHS_MOVED), to: addMonths(regularOn, MONTHS_MOVED) };
  const sessions = await findSessions(tx, { communeId, ...between });
  return sessions.find((session) => session.regularOn === regularOn)?.heldOn ?? regularOn;
}
