import type { z } from 'zod';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { DifficultyRow } from './db/difficulties.ts';
import { selectTasksOfDifficulties } from './db/given-difficulties.ts';
import type { taskOfDifficulty } from './domain/difficulty-shapes.ts';
import { lateDays } from './domain/task.ts';
import { inWholeCommune } from './find-difficulties.ts';
import { isJudge } from './judge-answerer.ts';
import { ownersNow } from './owners-now.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/**
 * What became of difficulties that were given to somebody [GV125], by difficulty. Whoever reads a difficulty is told how far its task
 * has come; the task itself is opened by those who read it [GV39].
 */
export async function tasksOfDifficulties(
  context: HandlerContext,
  communeId: Id,
  difficulties: readonly Pick<DifficultyRow, 'id' | 'givenName'>[],
): Promise<ReadonlyMap<Id, z.output<typeof taskOfDifficulty>>> {
  const { tx, caller, clock } = context;
  const ids = difficulties.filter(({ givenName }) => givenName !== null).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const tasks = await inWholeCommune(context, () => selectTasksOfDifficulties(tx, communeId, ids));
  const today = clock.today();
  const isReadable = (ownerSeat: string | null) =>
    isJudge(caller) || (ownerSeat !== null && ownerSeat === seatOfCaller(caller));
  const ownerNow = await ownersNow(context, communeId, [...tasks.values()]);
  return new Map(
    [...tasks].map(([difficultyId, task]) => {
      const { taskId, ownerSeat, ownerName, dueOn, state, reportedOn } = task;
      const isOpened = isReadable(ownerSeat);
      return [
        difficultyId,
        {
          ...{
            taskId: isOpened ? taskId : null,
            ownerName,
            ownerNow: ownerNow(task),
            dueOn,
            state,
            reportedOn,
          },
          lateDays: lateDays({ state, dueOn, reportedOn }, today),
        },
      ];
    }),
  );
}
