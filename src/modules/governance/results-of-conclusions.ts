import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectBriefingBefore } from './db/briefings-around.ts';
import { selectDirectivesOfBriefing } from './db/directives.ts';
import { selectMinutes } from './db/minutes.ts';
import type { Minutes } from './domain/minutes.ts';
import { type ConclusionResult, countedTo, type ResultsBefore } from './domain/papers/results.ts';
import { withoutPersonalNumbers } from './domain/personal-numbers.ts';
import { lateDays } from './domain/task.ts';
import { earlierResults } from './earlier-results.ts';
import { resultOf, type TaskThen, tasksOnDay } from './tasks-on-day.ts';

type Conclusion = Minutes['conclusions'][number];

/**
 * What came of the conclusions of the briefing of the point before, as it stood on the day on which this one met [GV67], [GV104]: from the tasks
 * that its closing made and the events up to that day, however much later it is asked; apart from them the same of the difficulties
 * given there [GV126], and what is left of the briefings before it [GV88]. Of one that is still to come as it stands today [GV180]. Null when
 * no briefing came before.
 */
export async function resultsBefore(
  context: HandlerContext,
  { communeId, pointCode, heldOn, metOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'heldOn' | 'metOn'>,
): Promise<ResultsBefore | null> {
  const on = countedTo(metOn, context.clock.today());
  const before = await selectBriefingBefore(context.tx, { communeId, pointCode, heldOn });
  const minutes = before && (await selectMinutes(context.tx, communeId, before.id));
  if (!minutes) return null;
  const tasks = await tasksOfBriefing(context, { communeId, briefingId: before.id, on });
  const { content } = minutes;
  const results = content.conclusions.flatMap((conclusion) => {
    const own = tasks.filter(({ cameFrom }) => cameFrom === conclusion.id);
    return own.length === 0 ? [withoutTask(conclusion, on)] : own.map((task) => resultOf(conclusion, task));
  });
  const difficulties = content.difficulties.flatMap(({ given, text, about }) => {
    const own = tasks.filter(({ cameFrom }) => given !== undefined && cameFrom === given.difficultyId);
    return own.map((task) => resultOf({ text: difficultyText({ text, about }) }, task));
  });
  const earlier = await earlierResults(context, before, on);
  return {
    ...{ briefingId: before.id, heldOn: before.metOn, results },
    ...(difficulties.length === 0 ? {} : { difficulties }),
    ...(earlier === null ? {} : { earlier }),
  };
}

/** Named by whom it is about, and as minutes print it: the report on results goes to as many [GV108]. */
function difficultyText({ text, about }: Pick<Minutes['difficulties'][number], 'text' | 'about'>): string {
  return withoutPersonalNumbers(about === null || text.includes(about) ? text : `${about}: ${text}`);
}

/** A task that a briefing gave as it stood, and the conclusion or the difficulty it came from. */
type GivenThen = TaskThen & { readonly cameFrom: Id | null };

async function tasksOfBriefing(
  context: HandlerContext,
  { communeId, briefingId, on }: { communeId: Id; briefingId: Id; on: BusinessDate },
): Promise<GivenThen[]> {
  const directives = await selectDirectivesOfBriefing(context.tx, communeId, briefingId);
  const originOf = new Map(
    directives.map(({ id, conclusionId, difficultyId }) => [id, conclusionId ?? difficultyId]),
  );
  const tasks = await tasksOnDay(context, communeId, { directiveIds: [...originOf.keys()], on });
  return tasks.map((then) => ({ ...then, cameFrom: originOf.get(then.task.directiveId) ?? null }));
}

/** A conclusion of minutes that were closed before conclusions became tasks: nobody could report. */
function withoutTask({ text, ownerName, dueOn }: Conclusion, on: BusinessDate): ConclusionResult {
  return {
    ...{ text, ownerName, dueOn },
    insteadOf: null,
    state: 'unreported',
    lateDays: dueOn === null ? 0 : lateDays({ state: 'given', dueOn, reportedOn: null }, on),
    report: null,
    reason: null,
    figures: null,
    isContradicted: false,
  };
}
