import type { Id } from '../../../kernel/ids.ts';
import type { Task } from './tasks-at-hand.ts';

/** How a task stands when the demo begins: past its day without an answer, sent back, or gone to another office. */
export type Ending = 'late' | 'returned' | 'handedOver';

/** Of which tasks something is left standing: those at hand when the month begins, of its meeting, of the chair's order. */
export type Occasion = 'atHand' | 'meeting' | 'order';

/** In the order of the tasks that can end so. */
const ENDINGS: Readonly<Record<Occasion, readonly Ending[]>> = {
  atHand: ['late'],
  meeting: ['returned', 'handedOver'],
  order: ['late'],
};

/**
 * Chooses the tasks that stand so in the demo's last month, in every commune alike: a newcomer meets each of them wherever they
 * look. The officer's own tasks are never left lying, and what is reported already goes its way.
 */
export function endingsOf(tasks: readonly Task[], occasion: Occasion): ReadonlyMap<Id, Ending> {
  const able = tasks.filter(({ ownerSeat, state }) => ownerSeat !== 'creditOfficer' && state !== 'reported');
  const chosen = ENDINGS[occasion].flatMap((ending, i) => {
    const task = able[i];
    return task === undefined ? [] : [[task.taskId, ending] as const];
  });
  return new Map(chosen);
}
