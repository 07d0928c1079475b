import type { Handler } from '../../platform/http/implement.ts';
import type { listPoints as operation } from './contract.ts';
import { readPoints } from './db/points.ts';

/** The points of a commune with their history. */
export const listPoints: Handler<typeof operation> = async ({ communeId }, { tx }) => ({
  points: (await readPoints(tx, communeId)).map((point) => ({
    ...point,
    villageCodes: [...point.villageCodes],
  })),
});
