import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { calendarTurn } from './calendar-turn.ts';
import { type PointRow, readPoints } from './db/points.ts';

/** A point's row with its neighbours in time, held for the change that follows; only the newest, which has no `next`, may be ended or taken back. */
export async function findRow(
  tx: Tx,
  { communeId, pointId }: { communeId: Id; pointId: Id },
): Promise<{ row?: PointRow; next?: PointRow; before?: PointRow }> {
  await takeTurn(tx, calendarTurn(communeId));
  const all = await readPoints(tx, communeId);
  const row = all.find(({ id }) => id === pointId);
  if (!row) return {};
  const newestFirst = all.filter(({ pointCode }) => pointCode === row.pointCode);
  const at = newestFirst.indexOf(row);
  const [next, before] = [newestFirst[at - 1], newestFirst[at + 1]];
  return { row, ...(next && { next }), ...(before && { before }) };
}
