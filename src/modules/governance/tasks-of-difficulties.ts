import type { z } from 'zod';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { DifficultyRow } from './db/difficulties.ts';
import { selectTasksOfDifficulties } from './db/given-difficulties.ts';
import type { taskOfDifficulty } from './domain/difficulty-shapes.ts';
import { lateDays } from './domain/task.ts';
import { inWholeCommune } from './find-difficulties.ts';
import { isJudge } from './judge-answerer.ts';
import { seatOfCaller } from './seat-of-caller.ts';

/**
 * What became of difficulties that were given to somebody [GV125], by difficulty. Whoever reads a difficulty is told how far its task
 * has come; the task itself is opened by those who read it [GV39].
 */
export async function tasksOfDifficulties(
  context: Pick<HandlerContext, 'tx' | 'caller' | 'clock'>,
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
  return new Map(
    [...tasks].map(([difficultyId, { taskId, ownerSeat, ownerName, dueOn, state, reportedOn }]) => [
      difficultyId,
      {
        ...{ taskId: isReadable(ownerSeat) ? taskId : null, ownerName, dueOn, state, reportedOn },
        lateDays: lateDays({ state, dueOn, reportedOn }, today),
      },
    ]),
  );
}
