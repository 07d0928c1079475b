import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { orderTalkingPoints as operation } from './contract.ts';
import { selectTouchedPoints, writePoint } from './db/talking-points.ts';

/** Puts the points in the order given; what is left out keeps the place it had. Added points that are gone stay gone. */
export const orderTalkingPoints: Handler<typeof operation> = async (
  { communeId, briefingId, keys },
  context,
) => {
  const { tx, caller, clock } = context;
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async () => {
    const touched = await selectTouchedPoints(tx, within);
    const untouched = { preparedText: null, ownText: null, isDropped: false };
    for (const [position, key] of keys.entries()) {
      const standing =
        touched.find((point) => point.key === key) ?? (key.startsWith('own:') ? undefined : untouched);
      if (standing)
        await writePoint(tx, within, { ...standing, key, position, by: caller.userId, at: clock.now() });
    }
    return { answer: {}, subject: { points: keys.length } };
  });
};
