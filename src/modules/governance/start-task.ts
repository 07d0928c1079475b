import type { Handler } from '../../platform/http/implement.ts';
import { changeTask } from './change-task.ts';
import type { startTask as operation } from './contract.ts';
import { judgeAnswerer } from './judge-answerer.ts';

/** Says that the owner has begun. */
export const startTask: Handler<typeof operation> = async ({ communeId, taskId, eventId }, context) =>
  changeTask(
    context,
    { communeId, taskId, eventId, kind: 'started' },
    { judge: async (task) => judgeAnswerer(context.caller, task) },
  );
