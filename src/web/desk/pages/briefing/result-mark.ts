import type { ConclusionResult } from '../../../../modules/governance/domain/papers/results.ts';
import { RESULT_STATES } from '../../../../modules/governance/domain/papers/results.ts';
import type { TaskMark } from '../tasks/task.ts';

/** What is said of a conclusion of the briefing before: what it had come to, and how late. */
export function resultMark({ state, lateDays }: Pick<ConclusionResult, 'state' | 'lateDays'>): TaskMark {
  const late = lateDays === 0 ? '' : `, trễ ${lateDays} ngày`;
  const words = `${RESULT_STATES[state]}${late}`;
  if (state === 'done') return { tone: 'good', icon: 'check', words };
  if (state === 'cancelled') return { tone: 'dim', icon: 'minus', words };
  if (state === 'reported') return { tone: 'plain', icon: 'clock', words };
  if (lateDays > 0) return { tone: 'bad', icon: 'warning', words };
  return { tone: state === 'returned' ? 'warn' : 'dim', icon: 'clock', words };
}
