import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import { insertTaskEvents, selectTaskEvents, type TaskEventRow } from './db/task-events.ts';
import { advanceTask, lockTask, type TaskRow } from './db/tasks.ts';
import { mayHappen, TASK_EVENTS, TASK_STATES, type TaskEventKind } from './domain/task.ts';
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

/**
 * Lets something happen to a task [GV34]: its row is locked, so that of two who press at once the second meets what the first
 * has done; the same event sent twice happens once. The event is appended, and the task stands where it leads.
 *
 * @param judge what stands in the way, and what else is written in the same transaction; `events` are those so far
 */
export async function changeTask<Code extends string = never>(
  context: HandlerContext,
  change: TaskChange,
  judge: (task: TaskRow, events: readonly TaskEventRow[]) => Promise<Refusal<Code> | null> = async () => null,
): Promise<Changed | Refusal<Code | 'notFound' | 'taskStateWrong'>> {
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
  if (sentBefore) return done(sentBefore.version);
  const refused = await judge(task, events);
  if (refused) return refused;
  if (!mayHappen(kind, task.state)) return refuse('taskStateWrong', { state: TASK_STATES[task.state] });
  return done(await appendEvent(context, task, change));
}

async function appendEvent(
  context: HandlerContext,
  task: TaskRow,
  { communeId, taskId, eventId, kind, said = {} }: TaskChange,
): Promise<number> {
  const { tx, caller, clock } = context;
  const version = task.version + 1;
  await insertTaskEvents(tx, [
    {
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
    },
  ]);
  const today = clock.today();
  await advanceTask(tx, {
    communeId,
    taskId,
    state: TASK_EVENTS[kind],
    reportedOn: kind === 'reported' ? today : task.reportedOn,
    returnedOn: kind === 'returned' ? today : task.returnedOn,
  });
  return version;
}
