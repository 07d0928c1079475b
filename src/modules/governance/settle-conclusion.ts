import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { settleConclusion as operation } from './contract.ts';
import {
  replaceConclusion,
  selectConclusion,
  selectConflicts,
  selectVersion,
  settleVersion,
} from './db/conclusions.ts';
import { refuseChosenOtherwise } from './domain/version-state.ts';

/**
 * Chooses between the line that stands and one written at the same time [GV8]; the other stays to be read.
 * Chosen so before, it is chosen [GV93]; otherwise, that is told [GV97].
 */
export const settleConclusion: Handler<typeof operation> = async (
  { communeId, briefingId, conclusionId, versionId, keep, baseVersion },
  context,
) => {
  const { tx, newId } = context;
  return changeBriefing(context, { communeId, briefingId }, async () => {
    const standing = await selectConclusion(tx, communeId, conclusionId);
    const conflicts = await selectConflicts(tx, communeId, briefingId);
    const other = conflicts.find(({ id, conclusionId: of }) => id === versionId && of === conclusionId);
    const state = keep === 'other' ? 'chosen' : 'dropped';
    const subject = { conclusion: conclusionId, version: versionId, keep };
    if (standing?.briefingId !== briefingId) return refuse('notFound');
    const version = await selectVersion(tx, { communeId, conclusionId, versionId });
    if (version?.state === state) return { answer: {}, subject, isStanding: true };
    if (!other) return refuseChosenOtherwise(version) ?? refuse('notFound');
    if (standing.version !== baseVersion) return refuse('lineChanged');
    if (keep === 'other')
      await replaceConclusion(tx, communeId, { standing, next: other, replacedId: newId() });
    await settleVersion(tx, { communeId, conclusionId, versionId, state, byName: await callerName(context) });
    return { answer: {}, subject };
  });
};
