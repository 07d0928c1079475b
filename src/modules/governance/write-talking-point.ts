import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeTalkingPoint as operation } from './contract.ts';
import { selectTouchedPoints, writePoint } from './db/talking-points.ts';

/** More than any meeting raises. */
const MOST_POINTS = 60;

/** Writes, drops or adds a point; its place in the order stays [GV28]. */
export const writeTalkingPoint: Handler<typeof operation> = async (
  { communeId, briefingId, ...point },
  context,
) => {
  const { tx, caller, clock } = context;
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async () => {
    const touched = await selectTouchedPoints(tx, within);
    const isNew = !touched.some(({ key }) => key === point.key);
    if (isNew && touched.length >= MOST_POINTS)
      return refuse('tooManyLines', { most: MOST_POINTS, what: 'điểm cần nêu' });
    const position = touched.find(({ key }) => key === point.key)?.position ?? null;
    await writePoint(tx, within, { ...point, position, by: caller.userId, at: clock.now() });
    return { answer: {}, subject: { point: point.key, dropped: point.isDropped } };
  });
};
