import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { settleTalkingPoint as operation } from './contract.ts';
import { selectPointConflicts, selectTouchedPoints, settlePointVersion } from './db/talking-points.ts';
import { replacePoint } from './write-talking-point.ts';

/** Chooses between the point that stands and one written at the same time [GV80]; the other stays to be read. */
export const settleTalkingPoint: Handler<typeof operation> = async (
  { communeId, briefingId, key, versionId, keep, baseVersion },
  context,
) => {
  const { tx, newId } = context;
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async () => {
    const standing = (await selectTouchedPoints(tx, within)).find((point) => point.key === key);
    const conflicts = await selectPointConflicts(tx, within);
    const other = conflicts.find((version) => version.id === versionId && version.key === key);
    if (!standing || !other) return refuse('notFound');
    if (standing.version !== baseVersion) return refuse('lineChanged');
    if (keep === 'other') await replacePoint(context, within, { standing, next: other, changeId: newId() });
    await settlePointVersion(tx, within, { versionId, state: keep === 'other' ? 'chosen' : 'dropped' });
    return { answer: {}, subject: { point: key, version: versionId, keep } };
  });
};
