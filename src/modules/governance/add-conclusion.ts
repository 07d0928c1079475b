import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { addConclusion as operation } from './contract.ts';
import { insertConclusion, selectConclusion, selectConclusions } from './db/conclusions.ts';
import { sameContent } from './domain/conclusion.ts';
import { judgeConclusion } from './judge-conclusion.ts';

/** More than any meeting concludes; a page of them must still open. */
const MOST_CONCLUSIONS = 500;

/** Adds a conclusion at the end. Sent twice under one id it is written once. */
export const addConclusion: Handler<typeof operation> = async (
  { communeId, briefingId, conclusionId, ...content },
  context,
) => {
  const { tx, caller, clock } = context;
  return changeBriefing(context, { communeId, briefingId }, async (briefing) => {
    const standing = await selectConclusion(tx, communeId, conclusionId);
    if (standing && !(standing.briefingId === briefingId && sameContent(standing, content)))
      return refuse('idTaken');
    const subject = { conclusion: conclusionId };
    if (standing) return { answer: { version: standing.version }, subject };
    const refused = await judgeConclusion(context, briefing, content);
    if (refused) return refused;
    if ((await selectConclusions(tx, communeId, briefingId)).length >= MOST_CONCLUSIONS)
      return refuse('tooManyLines', { most: MOST_CONCLUSIONS, what: 'kết luận' });
    const writer = {
      writtenBy: caller.userId,
      writtenByName: await callerName(context),
      writtenAt: clock.now(),
    };
    await insertConclusion(tx, { ...content, ...writer, communeId, briefingId, id: conclusionId });
    return { answer: { version: 1 }, subject };
  });
};
