import type { Handler } from '../../platform/http/implement.ts';
import { changeTask } from './change-task.ts';
import type { receiveTask as operation } from './contract.ts';
import { judgeAnswerer } from './judge-answerer.ts';

/** Says that the owner knows of the task. */
export const receiveTask: Handler<typeof operation> = async ({ communeId, taskId, eventId }, context) =>
  changeTask(
    context,
    { communeId, taskId, eventId, kind: 'received' },
    { judge: async (task) => judgeAnswerer(context.caller, task) },
  );
