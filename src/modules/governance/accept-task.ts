import type { Handler } from '../../platform/http/implement.ts';
import { changeTask, judgeVersion } from './change-task.ts';
import { closeDifficulty } from './close-difficulty.ts';
import type { acceptTask as operation } from './contract.ts';
import { judgeJudge } from './judge-answerer.ts';

/**
 * Takes a report: the task is done, and with it the difficulty that it came from [GV125]. Nobody takes what they reported
 * themselves, also where somebody has supplemented it since [GV36].
 */
export const acceptTask: Handler<typeof operation> = async (
  { communeId, taskId, eventId, baseVersion },
  context,
) =>
  changeTask(
    context,
    { communeId, taskId, eventId, kind: 'accepted' },
    {
      judge: async (task, events) =>
        judgeJudge(context.caller, task, events) ?? judgeVersion(task, baseVersion),
      write: (task) => closeDifficulty(context, task),
    },
  );
