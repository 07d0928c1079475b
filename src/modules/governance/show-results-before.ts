import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showResultsBefore as operation } from './contract.ts';
import { type BriefingRow, selectBriefing } from './db/briefings.ts';
import { selectConclusions } from './db/conclusions.ts';
import { selectMinutes } from './db/minutes.ts';
import type { EarlierResults } from './domain/papers/earlier.ts';
import type { ConclusionResult, ResultsBefore } from './domain/papers/results.ts';
import { hallTexts } from './hall-texts.ts';
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
  const hallOf = await hallOfResults(context, briefing, before);
  return {
    before: {
      briefingId: before.briefingId ?? null,
      heldOn: before.heldOn,
      on,
      isFixed: fixed !== undefined,
      results: before.results.map((result) => ({ ...shownOf(result), ...hallOf(result) })),
      difficulties: (before.difficulties ?? []).map(shownOf),
      earlier: before.earlier === undefined ? null : earlierShown(before.earlier),
    },
  };
};

function shownOf<Result extends ConclusionResult>(result: Result) {
  return { ...result, taskId: result.taskId ?? null };
}

function earlierShown({ lateBy, longest, ...counts }: EarlierResults) {
  return { ...counts, lateBy: [...lateBy], longest: longest.map(shownOf) };
}

/** What the hall shows of each [GV115] and of its owner [GV87]; the lines of the briefing before say which are told by the figures of one household. */
async function hallOfResults(
  context: HandlerContext,
  { communeId, id, heldOn: on }: BriefingRow,
  { briefingId }: ResultsBefore,
): Promise<(result: ConclusionResult) => { hallText: string | null; hallOwner: string | null }> {
  const briefingIds = [id, ...(briefingId === undefined ? [] : [briefingId])];
  const hall = await hallTexts(context, { communeId, briefingIds, on });
  const lines = briefingId === undefined ? [] : await selectConclusions(context.tx, communeId, briefingId);
  return ({ text, ownerName }) => {
    const measuredBy = lines.find((line) => line.text === text)?.measuredBy ?? null;
    const hallOwner = ownerName === null ? null : hall.ofName(ownerName);
    return { hallText: hall.ofConclusion({ text, measuredBy }), hallOwner };
  };
}
