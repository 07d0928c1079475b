import { isCounted } from '../../../../modules/governance/domain/task.ts';
import type { Task } from '../tasks/task.ts';

/** The tasks that count among the results of a briefing: handed-over and cancelled ones do not [GV38]. */
export function countedOf<T extends Pick<Task, 'state'>>(tasks: readonly T[]): readonly T[] {
  return tasks.filter(({ state }) => isCounted(state));
}

/** How many are done: their report was accepted. */
export function doneOf(tasks: readonly Pick<Task, 'state'>[]): number {
  return tasks.filter(({ state }) => state === 'accepted').length;
}

/** Those still to be done first, the latest of them before the others. */
export function lateFirst<T extends Pick<Task, 'state' | 'lateDays'>>(tasks: readonly T[]): readonly T[] {
  const isDone = ({ state }: T) => state === 'accepted';
  return tasks.toSorted((a, b) => Number(isDone(a)) - Number(isDone(b)) || b.lateDays - a.lateDays);
}
