import type { Handler } from '../../platform/http/implement.ts';
import { changeTask, judgeVersion } from './change-task.ts';
import type { returnTask as operation } from './contract.ts';
import { judgeJudge } from './judge-answerer.ts';
import { tellChecks } from './tell-checks.ts';

/** Gives a reported task back with the reason; its deadline stays. Nobody gives back what they reported themselves [GV36]. */
export const returnTask: Handler<typeof operation> = async (
  { communeId, taskId, eventId, baseVersion, reason },
  context,
) =>
  changeTask(
    context,
    { communeId, taskId, eventId, kind: 'returned', said: { text: reason } },
    {
      judge: async (task, events) =>
        judgeJudge(context.caller, task, events) ?? judgeVersion(task, baseVersion),
      write: async (task) => {
        await tellChecks(context, task);
        return null;
      },
    },
  );
