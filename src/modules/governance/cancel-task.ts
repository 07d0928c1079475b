import type { Handler } from '../../platform/http/implement.ts';
import { changeTask, judgeVersion } from './change-task.ts';
import type { cancelTask as operation } from './contract.ts';

/** Takes a task back with the reason; it counts no more [GV38]. */
export const cancelTask: Handler<typeof operation> = async (
  { communeId, taskId, eventId, baseVersion, reason },
  context,
) =>
  changeTask(
    context,
    { communeId, taskId, eventId, kind: 'cancelled', said: { text: reason } },
    { judge: async (task) => judgeVersion(task, baseVersion) },
  );
