import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { orderTalkingPoints as operation } from './contract.ts';
import { placePoint, selectTouchedPoints } from './db/talking-points.ts';

/** Puts the points in the order given; what is left out keeps the place it had. Added points that are gone stay gone. */
export const orderTalkingPoints: Handler<typeof operation> = async (
  { communeId, briefingId, keys },
  context,
) => {
  const { tx, clock } = context;
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async () => {
    const touched = await selectTouchedPoints(tx, within);
    for (const [position, key] of keys.entries()) {
      const isThere = !key.startsWith('own:') || touched.some((point) => point.key === key);
      if (isThere) await placePoint(tx, within, { key, position, at: clock.now() });
    }
    return { answer: {}, subject: { points: keys.length } };
  });
};
