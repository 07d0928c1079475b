import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { orderTalkingPoints as operation } from './contract.ts';
import { placePoints, selectTouchedPoints } from './db/talking-points.ts';

/** Puts the points in the order given; what is left out keeps the place it had. Added points that are gone stay gone. */
export const orderTalkingPoints: Handler<typeof operation> = async (
  { communeId, briefingId, keys },
  context,
) => {
  const { tx, clock } = context;
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async () => {
    const touched = new Set((await selectTouchedPoints(tx, within)).map(({ key }) => key));
    // Named twice, a point stands where it was named first.
    const there = [...new Set(keys)].filter((key) => !key.startsWith('own:') || touched.has(key));
    await placePoints(tx, within, { keys: there, at: clock.now() });
    return { answer: {}, subject: { points: keys.length } };
  });
};
