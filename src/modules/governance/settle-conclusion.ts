import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { settleConclusion as operation } from './contract.ts';
import {
  replaceConclusion,
  selectConclusion,
  selectConflicts,
  selectVersionState,
  settleVersion,
} from './db/conclusions.ts';

/** Chooses between the line that stands and one written at the same time [GV8]; the other stays to be read. Chosen so before, it is chosen [GV93]. */
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
    if (
      standing?.briefingId === briefingId &&
      (await selectVersionState(tx, { communeId, conclusionId, versionId })) === state
    )
      return { answer: {}, subject, isStanding: true };
    if (!standing || !other) return refuse('notFound');
    if (standing.version !== baseVersion) return refuse('lineChanged');
    if (keep === 'other')
      await replaceConclusion(tx, communeId, { standing, next: other, replacedId: newId() });
    await settleVersion(tx, { communeId, conclusionId, versionId, state });
    return { answer: {}, subject };
  });
};
