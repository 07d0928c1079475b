import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { resetTalkingPoint as operation } from './contract.ts';
import { selectTouchedPoints } from './db/talking-points.ts';
import { replacePoint, writerOf } from './write-talking-point.ts';

/**
 * Takes back what a person did to a point [GV28]: as the next version, so that nobody's newer one is lost with it [GV80]. One
 * that was taken back from the same version is back already [GV93].
 */
export const resetTalkingPoint: Handler<typeof operation> = async (
  { key, baseVersion, ...within },
  context,
) =>
  changeBriefing(context, within, async () => {
    const touched = await selectTouchedPoints(context.tx, within);
    const standing = touched.find((point) => point.key === key);
    if (standing?.version === baseVersion + 1 && standing.ownText === null && !standing.isDropped)
      return { answer: {}, subject: { point: key }, isStanding: true };
    if ((standing?.version ?? 0) !== baseVersion) return refuse('lineChanged');
    const next = { key, preparedText: null, ownText: null, isDropped: false, ...(await writerOf(context)) };
    if (standing) await replacePoint(context, within, { standing, next, changeId: context.newId() });
    return { answer: {}, subject: { point: key } };
  });
