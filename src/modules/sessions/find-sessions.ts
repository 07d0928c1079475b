import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { readNotices, readPoints } from './db/points.ts';
import { type SessionDay, sessionsBetween } from './domain/calendar.ts';

/** The sessions of a commune between two days, both included, for modules that hang on a session [SE1]–[SE4]. */
export async function findSessions(
  tx: Tx,
  { communeId, from, to }: { readonly communeId: Id; readonly from: BusinessDate; readonly to: BusinessDate },
): Promise<SessionDay[]> {
  return sessionsBetween(await readPoints(tx, communeId), await readNotices(tx, communeId), { from, to });
}
