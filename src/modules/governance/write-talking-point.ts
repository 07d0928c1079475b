import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeTalkingPoint as operation } from './contract.ts';
import { selectTouchedPoints, writePoint } from './db/talking-points.ts';

/** Writes, drops or adds a point; its place in the order stays [GV28]. */
export const writeTalkingPoint: Handler<typeof operation> = async (
  { communeId, briefingId, ...point },
  context,
) => {
  const { tx, caller, clock } = context;
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async () => {
    const touched = await selectTouchedPoints(tx, within);
    const position = touched.find(({ key }) => key === point.key)?.position ?? null;
    await writePoint(tx, within, { ...point, position, by: caller.userId, at: clock.now() });
    return { answer: {}, subject: { point: point.key, dropped: point.isDropped } };
  });
};
