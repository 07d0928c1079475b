import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { followBriefing as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';

/** The count of changes of a briefing. */
export const followBriefing: Handler<typeof operation> = async ({ communeId, briefingId }, { tx }) => {
  const briefing = await selectBriefing(tx, communeId, briefingId);
  return briefing ? { revision: briefing.revision } : refuse('notFound');
};
