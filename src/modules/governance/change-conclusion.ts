import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { changeConclusion as operation } from './contract.ts';
import { insertVersion, replaceConclusion, selectConclusion, selectVersionState } from './db/conclusions.ts';
import { judgeChange } from './domain/conclusion.ts';
import { judgeConclusion } from './judge-conclusion.ts';

/**
 * Changes a conclusion; a change written against an older version is kept beside the line that stands [GV8]. A line that
 * was removed meanwhile takes the change back in: what was typed is not lost. The same change sent again is written once.
 */
export const changeConclusion: Handler<typeof operation> = async (
  { communeId, briefingId, conclusionId, baseVersion, changeId, ...content },
  context,
) => {
  const { tx, caller, clock } = context;
  return changeBriefing(context, { communeId, briefingId }, async (briefing) => {
    const standing = await selectConclusion(tx, communeId, conclusionId);
    if (!standing || standing.briefingId !== briefingId) return refuse('notFound');
    const subject = { conclusion: conclusionId };
    if (await selectVersionState(tx, { communeId, conclusionId, versionId: changeId }))
      return { answer: { outcome: 'unchanged', version: standing.version }, subject };
    const refused = await judgeConclusion(context, briefing, content);
    if (refused) return refused;
    const outcome = judgeChange(standing, { ...content, baseVersion });
    const writer = {
      writtenBy: caller.userId,
      writtenByName: await callerName(context),
      writtenAt: clock.now(),
    };
    const next = { ...content, ...writer };
    if (outcome === 'applied')
      await replaceConclusion(tx, communeId, { standing, next, replacedId: changeId });
    if (outcome === 'conflict')
      await insertVersion(tx, communeId, {
        ...next,
        id: changeId,
        conclusionId,
        baseVersion,
        state: 'conflicting',
      });
    const version = outcome === 'applied' ? standing.version + 1 : standing.version;
    return { answer: { outcome, version }, subject: { ...subject, outcome } };
  });
};
