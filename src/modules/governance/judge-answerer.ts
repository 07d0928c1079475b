import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import type { TaskRow } from './db/tasks.ts';
import { judgeTasks } from './policy.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/** Whether the caller judges tasks: bank and chair. */
export function isJudge({ role, kind }: Caller): boolean {
  return kind === 'system' || (role !== null && judgeTasks.reach[role] !== undefined);
}

/**
 * Who answers a task [GV35]: whoever holds its office; and bank and chair for it, because an office may have no account, and a
 * body without an office never has one.
 */
export function judgeAnswerer(
  caller: Caller,
  { ownerSeat, ownerName }: Pick<TaskRow, 'ownerSeat' | 'ownerName'>,
): Refusal<'taskNotYours'> | null {
  if (ownerSeat !== null && ownerSeat === seatOfCaller(caller)) return null;
  return isJudge(caller) ? null : refuse('taskNotYours', { owner: ownerName });
}
