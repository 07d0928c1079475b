import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { readPoints } from './db/points.ts';
import { isInForce } from './domain/calendar.ts';

/** The codes of the points that a commune has on a day [SE6] [SE12], each once. */
export async function findPointCodes(
  tx: Tx,
  { communeId, on }: { readonly communeId: Id; readonly on: BusinessDate },
): Promise<readonly string[]> {
  const points = await readPoints(tx, communeId);
  return [...new Set(points.filter((point) => isInForce(point, on)).map(({ pointCode }) => pointCode))];
}
