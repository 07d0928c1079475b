import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import type { TaskEventRow } from './db/task-events.ts';
import type { TaskRow } from './db/tasks.ts';
import { judgeTasks } from './policy.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** Whether the caller judges tasks: bank and chair. */
export function isJudge({ role, kind }: Caller): boolean {
  return kind === 'system' || (role !== null && judgeTasks.reach[role] !== undefined);
}

/**
 * Who answers a task [GV35]: whoever holds its office; and bank and chair write down what its owner told them, because an office may
 * have no account or its phone be broken, and a body without an office never has one. The event tells both names.
 */
export function judgeAnswerer(
  caller: Caller,
  { ownerSeat, ownerName }: Pick<TaskRow, 'ownerSeat' | 'ownerName'>,
): Refusal<'taskNotYours'> | null {
  if (ownerSeat !== null && ownerSeat === seatOfCaller(caller)) return null;
  return isJudge(caller) ? null : refuse('taskNotYours', { owner: ownerName });
}

/**
 * Whether the caller wrote what is reported of a task since it was last returned, also where somebody has supplemented it since: they
 * do not judge it [GV36]. Of an earlier report a return has decided already.
 */
export function hasReported(
  { userId }: Pick<Caller, 'userId'>,
  events: readonly Pick<TaskEventRow, 'kind' | 'by'>[],
): boolean {
  const standing = events.slice(events.findLastIndex(({ kind }) => kind === 'returned') + 1);
  return userId !== null && standing.some(({ kind, by }) => kind === 'reported' && by === userId);
}

/** Refuses whoever wrote a report to take it or give it back [GV36]; of a task that has none standing its state speaks. */
export function judgeJudge(
  caller: Caller,
  { state }: Pick<TaskRow, 'state'>,
  events: readonly TaskEventRow[],
): Refusal<'ownReport'> | null {
  return state === 'reported' && hasReported(caller, events) ? refuse('ownReport') : null;
}
