import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { findPointCodes } from '../sessions/index.ts';
import type { listWaitingDifficulties as operation } from './contract.ts';
import { selectPointsOf } from './db/carried.ts';
import { findDifficulties } from './find-difficulties.ts';
import { difficultyShown } from './shown.ts';

/** Difficulties that wait for the next briefing, as far as the caller reads them [GV7]; of which point, where that is known [GV277]. */
export const listWaitingDifficulties: Handler<typeof operation> = async ({ communeId }, context) => {
  const rows = await findDifficulties(context, { communeId, briefingId: null });
  const carriedFrom = rows.flatMap((row) => (row.carriedFrom === null ? [] : [row.carriedFrom]));
  const points = await pointsAwaited(context, communeId, carriedFrom);
  return {
    difficulties: rows.map((row) => ({
      ...difficultyShown(row),
      awaits: (row.carriedFrom && points.get(row.carriedFrom)) ?? null,
    })),
  };
};

/** The points of briefings, in a commune that has several today; of one it is known without saying. */
async function pointsAwaited({ tx, clock }: HandlerContext, communeId: Id, briefingIds: readonly Id[]) {
  const codes = briefingIds.length === 0 ? [] : await findPointCodes(tx, { communeId, on: clock.today() });
  return selectPointsOf(tx, { communeId, briefingIds: codes.length > 1 ? briefingIds : [] });
}
