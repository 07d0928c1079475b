import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showResultsBefore as operation } from './contract.ts';
import { type BriefingRow, selectBriefing } from './db/briefings.ts';
import { selectConclusions } from './db/conclusions.ts';
import { selectMinutes } from './db/minutes.ts';
import {
  type ConclusionResult,
  countedTo,
  type EarlierResults,
  type ResultsBefore,
} from './domain/papers/results.ts';
import { ownerWords } from './domain/task.ts';
import { hallTexts } from './hall-texts.ts';
import { resultsBefore } from './results-of-conclusions.ts';

/** What came of the briefing before [GV84]: as the minutes fixed it, or as it stands, on the day of the meeting at the latest. */
export const showResultsBefore: Handler<typeof operation> = async ({ communeId, briefingId }, context) => {
  const { tx, clock } = context;
  const briefing = await selectBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const { metOn } = briefing;
  const fixed = (await selectMinutes(tx, communeId, briefingId))?.content.before;
  const on = fixed === undefined ? countedTo(metOn, clock.today()) : metOn;
  const before = fixed === undefined ? await resultsBefore(context, briefing) : fixed;
  if (before === null) return { before: null };
  const inHall = await hallOfResults(context, briefing, before);
  return {
    before: {
      briefingId: before.briefingId ?? null,
      heldOn: before.heldOn,
      on,
      isFixed: fixed !== undefined,
      results: before.results.map((result) => ({ ...shownOf(result), ...inHall.ofResult(result) })),
      difficulties: (before.difficulties ?? []).map((result) => ({
        ...shownOf(result),
        hallOwner: inHall.ofOwner(result) === ownerWords(result) ? ownerWords(result) : null,
      })),
      earlier: before.earlier === undefined ? null : earlierShown(before.earlier, inHall),
    },
  };
};

function shownOf<Result extends ConclusionResult>(result: Result) {
  return { ...result, taskId: result.taskId ?? null, ownerNow: result.ownerNow ?? null };
}

function earlierShown({ lateBy, longest, ...counts }: EarlierResults, { ofOwner }: InHall) {
  return {
    ...counts,
    // Whoever has an office is meant by it, also where borrowers have the name; of briefings long ago nobody else knows that.
    lateBy: lateBy.map(({ isOffice, ...one }) => ({
      ...one,
      ownerName: isOffice ? one.ownerName : (ofOwner(one) ?? one.ownerName),
    })),
    longest: longest.map(shownOf),
  };
}

/** What the hall shows of each [GV115] and of its owner [GV87], who is typed freely. */
type InHall = {
  readonly ofResult: (result: ConclusionResult) => { hallText: string | null; hallOwner: string | null };
  readonly ofOwner: (owned: Pick<ConclusionResult, 'ownerName' | 'ownerNow'>) => string | null;
};

/** The lines of the briefing before say which are told by the figures of one household. */
async function hallOfResults(
  context: HandlerContext,
  { communeId, id, heldOn: on }: BriefingRow,
  { briefingId }: ResultsBefore,
): Promise<InHall> {
  const briefingIds = [id, ...(briefingId === undefined ? [] : [briefingId])];
  const hall = await hallTexts(context, { communeId, briefingIds, on });
  const lines = briefingId === undefined ? [] : await selectConclusions(context.tx, communeId, briefingId);
  const ofOwner: InHall['ofOwner'] = (owned) =>
    owned.ownerName === null ? null : hall.ofName(ownerWords(owned));
  return {
    ofOwner,
    ofResult: (result) => {
      const measuredBy = lines.find((line) => line.text === result.text)?.measuredBy ?? null;
      const { text } = result;
      return { hallText: hall.ofConclusion({ text, measuredBy }), hallOwner: ofOwner(result) };
    },
  };
}
