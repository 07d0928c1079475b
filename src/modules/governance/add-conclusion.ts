import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { addConclusion as operation } from './contract.ts';
import type { BriefingRow } from './db/briefings.ts';
import {
  insertConclusion,
  selectConclusion,
  selectConclusions,
  selectKeptVersions,
} from './db/conclusions.ts';
import type { Within } from './db/within.ts';
import { type ConclusionContent, sameContent } from './domain/conclusion.ts';
import { wordsSent } from './domain/sent-words.ts';
import { judgeConclusion } from './judge-conclusion.ts';

/** More than any meeting concludes; a page of them must still open. */
const MOST_CONCLUSIONS = 500;

/** Adds a conclusion at the end. Sent twice under one id it is written once. */
export const addConclusion: Handler<typeof operation> = async (
  { communeId, briefingId, conclusionId, ...content },
  context,
) => {
  const { tx, caller, clock } = context;
  const within = { communeId, briefingId };
  const subject = { conclusion: conclusionId };
  const sentBefore = async () => {
    const standing = await selectConclusion(tx, communeId, conclusionId);
    if (!standing) return undefined;
    const kept = await selectKeptVersions(tx, { communeId, conclusionId });
    const added = wordsSent<ConclusionContent>(standing, kept, 'added');
    return standing.briefingId === briefingId && added && sameContent(added, content)
      ? { answer: { version: standing.version }, subject }
      : refuse('idTaken');
  };
  const add = async (briefing: BriefingRow) => {
    const refused = await judgeConclusion(context, briefing, content);
    if (refused) return refused;
    const many = await refuseMoreConclusions(tx, within);
    if (many) return many;
    const writer = {
      writtenBy: caller.userId,
      writtenByName: await callerName(context),
      writtenAt: clock.now(),
    };
    await insertConclusion(tx, { ...content, ...writer, communeId, briefingId, id: conclusionId });
    return { answer: { version: 1 }, subject };
  };
  return changeBriefing(context, within, add, sentBefore);
};

/** Whether a briefing takes one line more, also one that was taken out and comes back. */
export async function refuseMoreConclusions(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<Refusal<'tooManyLines'> | undefined> {
  const standing = await selectConclusions(tx, communeId, briefingId);
  if (standing.length < MOST_CONCLUSIONS) return undefined;
  return refuse('tooManyLines', { most: MOST_CONCLUSIONS, what: 'kết luận' });
}
