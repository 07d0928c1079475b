import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectEventsOfTasks, selectEvidenceOfTasks } from './db/task-events.ts';
import { selectTaskRecords } from './db/task-records.ts';
import { selectTasksOf, type TaskRow } from './db/tasks.ts';
import { type ConclusionResult, resultState, type TaskOnDay, taskOnDay } from './domain/papers/results.ts';
import type { TaskState } from './domain/task.ts';
import { type FigureFinding, isContradicted } from './domain/task-figures.ts';
import { figuresOfTasks } from './figures-of-tasks.ts';
import { ownersOn } from './owners-now.ts';

/** A task as it stood at the end of a day, with what was known of it then. */
export type TaskThen = {
  readonly task: TaskRow;
  readonly stood: TaskOnDay & { readonly state: Exclude<TaskState, 'handedOver'> };
  readonly insteadOf: string | null;
  /** Who held its office on that day, where that is another than when it was given, or that nobody did [GV241] [GV251] [GV274]. */
  readonly ownerNow: string | null;
  readonly finding: FigureFinding | null;
};

/** The tasks of directives on a day; of one that was handed over by then only the successor. */
export async function tasksOnDay(
  context: HandlerContext,
  communeId: Id,
  { directiveIds, on }: { readonly directiveIds: readonly Id[]; readonly on: BusinessDate },
): Promise<TaskThen[]> {
  const { tx } = context;
  const tasks = await selectTasksOf(tx, communeId, directiveIds);
  const taskIds = tasks.map(({ id }) => id);
  const eventsOf = byTask(await selectEventsOfTasks(tx, communeId, taskIds));
  const filesOf = byTask(await selectEvidenceOfTasks(tx, communeId, taskIds));
  const recordsOf = byTask(await selectTaskRecords(tx, communeId, taskIds));
  const findings = await figuresOfTasks(context, communeId, tasks, { on });
  const ownerNow = await ownersOn(context, { communeId, on }, tasks);
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
    // Of what was over by then nothing is asked of anybody any more.
    const holder = ownerNow({ ...task, state });
    const known = { insteadOf, ownerNow: holder, finding: findings.get(task.id) ?? null };
    return [{ task, stood: { ...stood, state }, ...known }];
  });
}

/** What is told of a task, under the words of what it came from. */
export function resultOf(
  { text }: Pick<ConclusionResult, 'text'>,
  { task, stood, insteadOf, ownerNow, finding }: TaskThen,
): ConclusionResult {
  const { state, lateDays, report, reason } = stood;
  const outcome = report?.outcome ?? null;
  return {
    taskId: task.id,
    text,
    ownerName: task.ownerName,
    insteadOf,
    ...(ownerNow === null ? {} : { ownerNow }),
    dueOn: task.dueOn,
    state: resultState(state),
    ...{ lateDays, report, reason },
    figures: finding?.sentence ?? null,
    isContradicted: isContradicted(finding, { state, outcome }),
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
