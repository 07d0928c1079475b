import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectBriefingBefore } from './db/briefings-around.ts';
import { selectDirectivesOfBriefing } from './db/directives.ts';
import { selectMinutes } from './db/minutes.ts';
import { selectEventsOfTasks, selectEvidenceOfTasks } from './db/task-events.ts';
import { selectTaskRecords } from './db/task-records.ts';
import { selectTasksOf, type TaskRow } from './db/tasks.ts';
import type { Minutes } from './domain/minutes.ts';
import {
  type ConclusionResult,
  type ResultsBefore,
  resultState,
  type TaskOnDay,
  taskOnDay,
} from './domain/papers/results.ts';
import { withoutPersonalNumbers } from './domain/personal-numbers.ts';
import { lateDays, type TaskState } from './domain/task.ts';
import { type FigureFinding, isContradicted } from './domain/task-figures.ts';
import { figuresOfTasks } from './figures-of-tasks.ts';

type Conclusion = Minutes['conclusions'][number];

/**
 * What came of the conclusions of the briefing of the point before, as it stood on the day on which this one met [GV67], [GV104]: from the tasks
 * that its closing made and the events up to that day, however much later it is asked; apart from them the same of the difficulties
 * given there [GV126]. Null when no briefing came before.
 *
 * @param on an earlier day than that of the briefing, for one that is still to come
 */
export async function resultsBefore(
  context: HandlerContext,
  { communeId, pointCode, heldOn, metOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'heldOn' | 'metOn'>,
  on: BusinessDate = metOn,
): Promise<ResultsBefore | null> {
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
  const given = difficulties.length === 0 ? {} : { difficulties };
  return { briefingId: before.id, heldOn: before.metOn, results, ...given };
}

/** Named by whom it is about, and as minutes print it: the report on results goes to as many [GV108]. */
function difficultyText({ text, about }: Pick<Minutes['difficulties'][number], 'text' | 'about'>): string {
  return withoutPersonalNumbers(about === null || text.includes(about) ? text : `${about}: ${text}`);
}

/** A task of a conclusion or a difficulty as it stood on the day, with what was known of it then. */
type TaskThen = {
  /** The conclusion or the difficulty. */
  readonly cameFrom: Id | null;
  readonly task: TaskRow;
  readonly stood: TaskOnDay & { readonly state: Exclude<TaskState, 'handedOver'> };
  readonly insteadOf: string | null;
  readonly finding: FigureFinding | null;
};

/** The tasks that a briefing gave, on a day; of one that was handed over by then only the successor. */
async function tasksOfBriefing(
  context: HandlerContext,
  { communeId, briefingId, on }: { communeId: Id; briefingId: Id; on: BusinessDate },
): Promise<TaskThen[]> {
  const { tx } = context;
  const directives = await selectDirectivesOfBriefing(tx, communeId, briefingId);
  const originOf = new Map(
    directives.map(({ id, conclusionId, difficultyId }) => [id, conclusionId ?? difficultyId]),
  );
  const tasks = await selectTasksOf(tx, communeId, [...originOf.keys()]);
  const taskIds = tasks.map(({ id }) => id);
  const eventsOf = byTask(await selectEventsOfTasks(tx, communeId, taskIds));
  const filesOf = byTask(await selectEvidenceOfTasks(tx, communeId, taskIds));
  const recordsOf = byTask(await selectTaskRecords(tx, communeId, taskIds));
  const findings = await figuresOfTasks(context, communeId, tasks, { on });
  const nameOf = new Map(tasks.map(({ id, ownerName }) => [id, ownerName]));
  return tasks.flatMap((task) => {
    const fileVersions = (filesOf.get(task.id) ?? []).map(({ version }) => version);
    const records = recordsOf.get(task.id) ?? [];
    const happened = { events: eventsOf.get(task.id) ?? [], fileVersions, records };
    const stood = taskOnDay(happened, { dueOn: task.dueOn, on });
    if (stood === undefined) return [];
    const { state } = stood;
    if (state === 'handedOver') return [];
    const insteadOf = task.handedFrom === null ? null : (nameOf.get(task.handedFrom) ?? null);
    const cameFrom = originOf.get(task.directiveId) ?? null;
    return [
      { cameFrom, task, stood: { ...stood, state }, insteadOf, finding: findings.get(task.id) ?? null },
    ];
  });
}

function resultOf(
  { text }: Pick<Conclusion, 'text'>,
  { task, stood, insteadOf, finding }: TaskThen,
): ConclusionResult {
  const { state, lateDays, report, reason } = stood;
  const outcome = report?.outcome ?? null;
  return {
    taskId: task.id,
    text,
    ownerName: task.ownerName,
    insteadOf,
    dueOn: task.dueOn,
    state: resultState(state),
    ...{ lateDays, report, reason },
    figures: finding?.sentence ?? null,
    isContradicted: isContradicted(finding, { state, outcome }),
  };
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

function byTask<Row extends { readonly taskId: Id }>(rows: readonly Row[]): ReadonlyMap<Id, readonly Row[]> {
  const byId = new Map<Id, Row[]>();
  for (const row of rows) {
    const known = byId.get(row.taskId);
    if (known) known.push(row);
    else byId.set(row.taskId, [row]);
  }
  return byId;
}
