import { addDays, addMonths, type BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { CalendarSession } from './domain/next-session.ts';

/**
 * Asks for the sessions of a commune held between two days, both included, moved ones on the day they are held. The
 * calendar is kept by a module above this one, so that the server hands its answer in (ADR 0016).
 */
export type FindSessions = (
  tx: Tx,
  asked: { readonly communeId: Id; readonly from: BusinessDate; readonly to: BusinessDate },
) => Promise<readonly CalendarSession[]>;

/** How far ahead a session is looked for: further than one that is left out and the next that is moved. */
const MONTHS_AHEAD = 4;

/**
 * The last day that a loan's next session no longer falls on [PF12]: the data date, and of the newest figures also
 * yesterday, for whoever reads them today wants no session that is over.
 */
export function sessionsAfter(
  dataDate: BusinessDate,
  at: { readonly isNewest: boolean; readonly today: BusinessDate },
): BusinessDate {
  const yesterday = addDays(at.today, -1);
  return at.isNewest && yesterday > dataDate ? yesterday : dataDate;
}

/** The calendar's sessions of a commune after a day, as far ahead as a next session can be. */
export function sessionsToCome(
  { tx }: Pick<HandlerContext, 'tx'>,
  findSessions: FindSessions,
  { communeId, after }: { readonly communeId: Id; readonly after: BusinessDate },
): Promise<readonly CalendarSession[]> {
  return findSessions(tx, { communeId, from: addDays(after, 1), to: addMonths(after, MONTHS_AHEAD) });
}
