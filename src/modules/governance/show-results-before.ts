import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showResultsBefore as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { selectMinutes } from './db/minutes.ts';
import { resultsBefore } from './results-of-conclusions.ts';

/** What came of the briefing before [GV84]: as the minutes fixed it, or as it stands, on the day of the meeting at the latest. */
export const showResultsBefore: Handler<typeof operation> = async ({ communeId, briefingId }, context) => {
  const { tx, clock } = context;
  const briefing = await selectBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const { metOn } = briefing;
  const fixed = (await selectMinutes(tx, communeId, briefingId))?.content.before;
  const today = clock.today();
  const on = fixed !== undefined || today > metOn ? metOn : today;
  const before = fixed === undefined ? await resultsBefore(context, briefing, on) : fixed;
  if (before === null) return { before: null };
  return {
    before: {
      briefingId: before.briefingId ?? null,
      heldOn: before.heldOn,
      on,
      isFixed: fixed !== undefined,
      results: before.results.map((result) => ({ ...result, taskId: result.taskId ?? null })),
    },
  };
};
