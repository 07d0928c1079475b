import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import {
  type FileStore,
  giveFile,
  keepFile,
  type PreparedFile,
  prepareFile,
  selectFile,
} from '../../platform/files/index.ts';
import type { AskingFirst, Handler, Preparing } from '../../platform/http/implement.ts';
import type { addTaskFile as addOperation, readTaskFile as readOperation } from './contract.ts';
import { selectEvidence } from './db/task-events.ts';
import { selectTask, type TaskRow } from './db/tasks.ts';
import { mayHappen, TASK_STATES } from './domain/task.ts';
import { judgeAnswerer } from './judge-answerer.ts';
import { fileShown } from './task-shown.ts';

/** Refuses a file of a task that is not there, is another's, or is reported no more. */
export const judgeTaskFile: AskingFirst<typeof addOperation> = async (
  { communeId, taskId },
  { tx, caller },
) => {
  const task = await selectTask(tx, communeId, taskId);
  return task ? judgeTaken(caller, task) : refuse('notFound');
};

function judgeTaken(caller: Caller, task: TaskRow): Refusal<'taskNotYours' | 'taskStateWrong'> | null {
  const refused = judgeAnswerer(caller, task);
  if (refused) return refused;
  return mayHappen('reported', task.state)
    ? null
    : refuse('taskStateWrong', { state: TASK_STATES[task.state] });
}

/** Takes a file for a report that follows: from whoever may report, for the office that reads the task. */
export function addTaskFile(store: FileStore): Preparing<typeof addOperation> {
  return async (files) => {
    const prepared = await prepareFile(store, files);
    return isRefusal(prepared) ? prepared : keepTaskFile(store, prepared);
  };
}

function keepTaskFile(store: FileStore, prepared: PreparedFile): Handler<typeof addOperation> {
  return async ({ communeId, taskId, fileId }, context) => {
    const { tx, caller, note } = context;
    const task = await selectTask(tx, communeId, taskId);
    if (!task) return refuse('notFound');
    const refused = judgeTaken(caller, task);
    if (refused) return refused;
    const kept = { communeId, fileId, ownerSeat: task.ownerSeat };
    const file = await keepFile(context, store, kept, prepared);
    if (isRefusal(file)) return file;
    note({ communeId, subject: { task: taskId, file: fileId, sha256: file.sha256 } });
    return fileShown(file);
  };
}

/** Gives out a file that a report of the task brought; whoever reads the task may have it [FS3]. */
export function readTaskFile(store: FileStore): Handler<typeof readOperation> {
  return async ({ communeId, taskId, fileId }, { tx }) => {
    const evidence = await selectEvidence(tx, communeId, taskId);
    const file = await selectFile(tx, communeId, fileId);
    if (!file || !evidence.some((one) => one.fileId === fileId)) return refuse('notFound');
    return giveFile(store, file);
  };
}
