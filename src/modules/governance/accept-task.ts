import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeTask, judgeVersion } from './change-task.ts';
import { closeDifficulty } from './close-difficulty.ts';
import type { acceptTask as operation } from './contract.ts';

/**
 * Takes a report: the task is done, and with it the difficulty that it came from [GV125]. Nobody takes what they reported
 * themselves [GV36].
 */
export const acceptTask: Handler<typeof operation> = async (
  { communeId, taskId, eventId, baseVersion },
  context,
) => {
  const { userId } = context.caller;
  return changeTask(
    context,
    { communeId, taskId, eventId, kind: 'accepted' },
    {
      judge: async (task, events) => {
        const report = events.findLast(({ kind }) => kind === 'reported');
        if (report !== undefined && report.by !== null && report.by === userId) return refuse('ownReport');
        return judgeVersion(task, baseVersion);
      },
      write: (task) => closeDifficulty(context, task),
    },
  );
};
