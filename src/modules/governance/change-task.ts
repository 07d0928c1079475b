import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import { insertTaskEvents, selectTaskEvents, type TaskEventRow } from './db/task-events.ts';
import { advanceTask, lockTask, type TaskRow } from './db/tasks.ts';
import { mayHappen, standingReport, TASK_EVENTS, TASK_STATES, type TaskEventKind } from './domain/task.ts';
import { NO_REPORT } from './give-directives.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** What happens to which task: the event under the client's id, and what is said with it. */
export type TaskChange = {
  readonly communeId: Id;
  readonly taskId: Id;
  readonly eventId: Id;
  readonly kind: Exclude<TaskEventKind, 'given'>;
  readonly said?: Partial<Pick<TaskEventRow, 'text' | 'outcome' | 'doneOn'>>;
};

/** Refuses a judgement of a task that has changed since the person saw it [GV36]. */
export function judgeVersion({ version }: TaskRow, baseVersion: number): Refusal<'taskChanged'> | null {
  return version === baseVersion ? null : refuse('taskChanged');
}

/** The version that a change has brought a task to. */
export type Changed = { readonly version: number };

/** What stands in the way of something happening to a task, and what else is written when it does. */
export type Around<Code extends string> = {
  /** Answers why it may not happen; `events` are those so far. Writes nothing. */
  readonly judge?: (task: TaskRow, events: readonly TaskEventRow[]) => Promise<Refusal<Code> | null>;
  /** Whether what belongs to the event, which brought the task to this version, is what is asked again under its id. */
  readonly isSent?: (task: TaskRow, version: number) => Promise<boolean>;
  /** Writes what belongs to the event, which has brought the task to this version; a refusal undoes both. */
  readonly write?: (task: TaskRow, version: number) => Promise<Refusal<Code> | null>;
};

/**
 * Lets something happen to a task [GV34]: its row is locked, so that of two who press at once the second meets what the first
 * has done; the same event sent twice happens once, and its id stands for nothing else. The event is appended, and the task
 * stands where it leads.
 */
export async function changeTask<Code extends string = never>(
  context: HandlerContext,
  change: TaskChange,
  { judge, isSent, write }: Around<Code>,
): Promise<Changed | Refusal<Code | 'notFound' | 'idTaken' | 'taskStateWrong'>> {
  const { tx, note } = context;
  const { communeId, taskId, eventId, kind } = change;
  const task = await lockTask(tx, communeId, taskId);
  if (!task) return refuse('notFound');
  const events = await selectTaskEvents(tx, communeId, taskId);
  const sentBefore = events.find(({ id }) => id === eventId);
  const done = (version: number): Changed => {
    note({ communeId, subject: { task: taskId, event: eventId, version } });
    return { version };
  };
  if (sentBefore) {
    const isSame = saysTheSame(sentBefore, change) && ((await isSent?.(task, sentBefore.version)) ?? true);
    return isSame ? done(sentBefore.version) : refuse('idTaken');
  }
  const refused = await judge?.(task, events);
  if (refused) return refused;
  if (!mayHappen(kind, task.state)) return refuse('taskStateWrong', { state: TASK_STATES[task.state] });
  const version = await appendEvent(context, { task, events }, change);
  return (await write?.(task, version)) ?? done(version);
}

/** Whether an event that stands under an id is the one that is sent: what a person has mended since is another. */
function saysTheSame(event: TaskEventRow, { kind, said = {} }: TaskChange): boolean {
  const { text = null, outcome = null, doneOn = null } = said;
  return event.kind === kind && event.text === text && event.outcome === outcome && event.doneOn === doneOn;
}

async function appendEvent(
  context: HandlerContext,
  { task, events }: { readonly task: TaskRow; readonly events: readonly TaskEventRow[] },
  { communeId, taskId, eventId, kind, said = {} }: TaskChange,
): Promise<number> {
  const { tx, caller, clock } = context;
  const version = task.version + 1;
  const event = {
    ...NO_REPORT,
    ...said,
    communeId,
    taskId,
    version,
    id: eventId,
    ownerSeat: task.ownerSeat,
    kind,
    by: caller.userId,
    bySeat: seatOfCaller(caller),
    byName: await callerName(context),
    at: clock.now(),
  };
  await insertTaskEvents(tx, [event]);
  const isNewReport = kind === 'reported' && standingReport([...events, event]) === event;
  const today = clock.today();
  await advanceTask(tx, {
    communeId,
    taskId,
    state: TASK_EVENTS[kind],
    reportedOn: isNewReport ? today : task.reportedOn,
    returnedOn: kind === 'returned' ? today : task.returnedOn,
  });
  return version;
}
