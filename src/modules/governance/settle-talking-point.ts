import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { settleTalkingPoint as operation } from './contract.ts';
import {
  selectPointConflicts,
  selectPointVersion,
  selectTouchedPoints,
  settlePointVersion,
} from './db/talking-points.ts';
import { refuseChosenOtherwise } from './domain/version-state.ts';
import { replacePoint } from './write-talking-point.ts';

/**
 * Chooses between the point that stands and one written at the same time [GV80]; the other stays to be read.
 * Chosen so before, it is chosen [GV93]; otherwise, that is told [GV97].
 */
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
    const state = keep === 'other' ? 'chosen' : 'dropped';
    const subject = { point: key, version: versionId, keep };
    if (!standing) return refuse('notFound');
    const version = await selectPointVersion(tx, within, { key, versionId });
    if (version?.state === state) return { answer: {}, subject, isStanding: true };
    if (!other) return refuseChosenOtherwise(version) ?? refuse('notFound');
    if (standing.version !== baseVersion) return refuse('lineChanged');
    if (keep === 'other') await replacePoint(context, within, { standing, next: other, changeId: newId() });
    await settlePointVersion(tx, within, { versionId, state, byName: await callerName(context) });
    return { answer: {}, subject };
  });
};
