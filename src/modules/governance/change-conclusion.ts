import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { refuseMoreConclusions } from './add-conclusion.ts';
import { changeBriefing } from './change-briefing.ts';
import type { changeConclusion as operation } from './contract.ts';
import type { BriefingRow } from './db/briefings.ts';
import { insertVersion, replaceConclusion, selectConclusion, selectKeptVersions } from './db/conclusions.ts';
import { type ConclusionContent, judgeChange, sameContent } from './domain/conclusion.ts';
import { wordsSent } from './domain/sent-words.ts';
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
  const within = { communeId, briefingId };
  const subject = { conclusion: conclusionId };
  const sentBefore = async () => {
    const standing = await selectConclusion(tx, communeId, conclusionId);
    if (!standing || standing.briefingId !== briefingId) return undefined;
    const kept = await selectKeptVersions(tx, { communeId, conclusionId });
    const sent = wordsSent<ConclusionContent>(standing, kept, changeId);
    if (sent && !sameContent(sent, content)) return refuse('idTaken');
    const isSaid = !standing.isRemoved && sameContent(standing, content);
    if (!sent && !isSaid) return undefined;
    return { answer: { outcome: 'unchanged', version: standing.version } as const, subject };
  };
  const change = async (briefing: BriefingRow) => {
    const standing = await selectConclusion(tx, communeId, conclusionId);
    if (!standing || standing.briefingId !== briefingId) return refuse('notFound');
    const refused =
      (await judgeConclusion(context, briefing, { ...content, standing })) ??
      (standing.isRemoved ? await refuseMoreConclusions(tx, within) : undefined);
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
  };
  return changeBriefing(context, within, change, sentBefore);
};
