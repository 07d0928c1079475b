import type { Id } from '../../../kernel/ids.ts';
import type { Task } from './tasks-at-hand.ts';

/** How a task stands when the demo begins: past its day without an answer, sent back, gone to another office, or just given. */
export type Ending = 'late' | 'returned' | 'handedOver' | 'given';

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
 * look. The officer's own tasks are never left lying, and what is reported already goes its way. Difficulties that its meeting gave to
 * sample people stand as they were given: whoever signs in as one of them has something to answer.
 *
 * @param isOfSample whether a sample person holds the office of a task
 */
export function endingsOf(
  tasks: readonly Task[],
  { occasion, isOfSample }: { readonly occasion: Occasion; readonly isOfSample: (task: Task) => boolean },
): ReadonlyMap<Id, Ending> {
  const able = tasks.filter(
    (task) => task.ownerSeat !== 'creditOfficer' && task.state !== 'reported' && !isDifficulty(task),
  );
  const chosen = ENDINGS[occasion].flatMap((ending, i) => {
    const task = able[i];
    return task === undefined ? [] : [[task.taskId, ending] as const];
  });
  const justGiven = tasks.filter((task) => isDifficulty(task) && occasion === 'meeting' && isOfSample(task));
  return new Map([...chosen, ...justGiven.map(({ taskId }) => [taskId, 'given'] as const)]);
}

function isDifficulty({ source }: Task): boolean {
  return source === 'difficulty';
}
