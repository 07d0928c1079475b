import type { Handler } from '../../platform/http/implement.ts';
import type { listPoints as operation } from './contract.ts';
import { readToldPoints } from './db/bank-points.ts';
import { readVillages } from './db/places.ts';
import { readPoints } from './db/points.ts';
import { differenceOf } from './domain/point-difference.ts';

/** The points of a commune with their history, and where the newest file tells something else [SE10]. */
export const listPoints: Handler<typeof operation> = async ({ communeId }, { tx, clock }) => {
  const points = await readPoints(tx, communeId);
  // By date: of a point that several months tell the newest word stays.
  const told = new Map((await readToldPoints(tx, communeId)).map((point) => [point.pointCode, point]));
  // Rows of one point stand together, the newest first.
  const isNewest = (at: number) => points[at - 1]?.pointCode !== points[at]?.pointCode;
  const codes = points.flatMap(({ villageCodes }) => villageCodes);
  return {
    today: clock.today(),
    points: points.map((point, at) => ({
      ...point,
      villageCodes: [...point.villageCodes],
      difference: isNewest(at) ? differenceOf(point, told.get(point.pointCode)) : null,
    })),
    villages: await readVillages(tx, { communeId, codes }),
  };
};
