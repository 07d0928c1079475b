import type { CodeOf, InputOf } from '../../kernel/contract.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeTask, judgeVersion } from './change-task.ts';
import type { handOverTask as operation } from './contract.ts';
import { addRecipient } from './db/directives.ts';
import { insertTaskEvents } from './db/task-events.ts';
import { insertTasks, selectTask, type TaskRow } from './db/tasks.ts';
import { judgeOwner } from './find-seats.ts';
import { NO_REPORT } from './give-directives.ts';
import { seatOfCaller } from './seat-of-caller.ts';

type Input = InputOf<typeof operation>;

/**
 * Gives a task to another office [GV37]: the old one ends with the reason and keeps its history, a new one begins with the same
 * deadline. Each office so reads its own alone.
 */
export const handOverTask: Handler<typeof operation> = async (input, context) => {
  const { communeId, taskId, eventId, reason } = input;
  const change = { communeId, taskId, eventId, kind: 'handedOver', said: { text: reason } } as const;
  return changeTask(context, change, {
    judge: async (task) => judgeVersion(task, input.baseVersion) ?? judgeRecipient(context, task, input),
    isSent: (task) => isBegun(context, task, input),
    write: async (task) => begin(context, task, input),
  });
};

async function judgeRecipient(
  context: HandlerContext,
  task: TaskRow,
  { communeId, seat, name }: Input,
): Promise<Refusal<CodeOf<typeof operation>> | null> {
  if (seat === task.ownerSeat && (seat !== null || name === task.ownerName))
    return refuse('sameOwner', { owner: task.ownerName });
  return judgeOwner(context, { communeId, seat, name });
}

/** Whether a hand-over that was sent before went to the same owner. */
async function isBegun(
  { tx }: HandlerContext,
  task: TaskRow,
  { communeId, newTaskId, seat, name }: Input,
): Promise<boolean> {
  const begun = await selectTask(tx, communeId, newTaskId);
  return begun?.handedFrom === task.id && begun.ownerSeat === seat && begun.ownerName === name;
}

async function begin(
  context: HandlerContext,
  task: TaskRow,
  { communeId, newTaskId, seat, name, reason }: Input,
): Promise<Refusal<'idTaken'> | null> {
  const { tx, caller, clock, newId } = context;
  const successor = { ...task, id: newTaskId, ownerSeat: seat, ownerName: name, handedFrom: task.id };
  if (!(await insertTasks(tx, [successor]))) return refuse('idTaken');
  if (seat !== null) await addRecipient(tx, { communeId, directiveId: task.directiveId, seat });
  await insertTaskEvents(tx, [
    {
      ...NO_REPORT,
      communeId,
      taskId: newTaskId,
      version: 1,
      id: newId(),
      ownerSeat: seat,
      kind: 'given',
      text: reason,
      by: caller.userId,
      bySeat: seatOfCaller(caller),
      byName: await callerName(context),
      at: clock.now(),
    },
  ]);
  return null;
}
