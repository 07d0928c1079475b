import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { resetTalkingPoint as operation } from './contract.ts';
import { deletePoint } from './db/talking-points.ts';

/** Takes back what a person did to a point [GV28]. */
export const resetTalkingPoint: Handler<typeof operation> = async ({ key, ...within }, context) =>
  changeBriefing(context, within, async () => {
    await deletePoint(context.tx, within, key);
    return { answer: {}, subject: { point: key } };
  });
