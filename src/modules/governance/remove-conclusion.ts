import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { removeConclusion as operation } from './contract.ts';
import { removeLine, selectConclusion, selectConflicts } from './db/conclusions.ts';

/** Takes a conclusion out of a briefing that is not closed; it stays in the database. One that is out already is out [GV93]. */
export const removeConclusion: Handler<typeof operation> = async (
  { communeId, briefingId, conclusionId, baseVersion },
  context,
) => {
  const { tx, clock } = context;
  return changeBriefing(context, { communeId, briefingId }, async () => {
    const standing = await selectConclusion(tx, communeId, conclusionId);
    if (standing?.briefingId !== briefingId) return refuse('notFound');
    if (standing.isRemoved) return { answer: {}, subject: { conclusion: conclusionId }, isStanding: true };
    if (standing.version !== baseVersion) return refuse('lineChanged');
    const conflicts = await selectConflicts(tx, communeId, briefingId);
    if (conflicts.some((other) => other.conclusionId === conclusionId))
      return refuse('conclusionInConflict', { lines: `“${standing.text}”` });
    const byName = await callerName(context);
    await removeLine(tx, { communeId, conclusionId, at: clock.now(), byName });
    return { answer: {}, subject: { conclusion: conclusionId } };
  });
};
