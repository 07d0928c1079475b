import { z } from 'zod';
import { fileAnswer, id, operation } from '../../kernel/contract.ts';
import { MIB, MOST_FILE_MIB } from '../../kernel/file-size.ts';
import { taskFile } from './domain/task-shapes.ts';
import { answerTasks, readTasks } from './policy.ts';

const within = { communeId: id, taskId: id };

/** Sends a photo or a paper for a report that follows; its type is found in its content [FS1]. */
export const addTaskFile = operation({
  name: 'governance.addTaskFile',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/files/{fileId}',
  summary: 'Gửi ảnh hoặc tệp cho báo cáo.',
  input: z.object({
    ...within,
    /** Made by the client, so that sending twice keeps once. */
    fileId: id,
  }),
  output: taskFile,
  refusals: [
    'taskNotYours',
    'taskStateWrong',
    'noFile',
    'tooManyFiles',
    'fileTooLarge',
    'fileKindUnknown',
    'fileNameFalse',
    'imageTooLarge',
    'fileBroken',
    'fileInfected',
    'fileIdTaken',
  ],
  permission: answerTasks,
  request: 'files',
  mostFileBytes: MOST_FILE_MIB * MIB,
});

/** A file of a task, as an attachment; for whoever reads the task. */
export const readTaskFile = operation({
  name: 'governance.readTaskFile',
  method: 'GET',
  path: '/communes/{communeId}/tasks/{taskId}/files/{fileId}',
  summary: 'Tải ảnh hoặc tệp của một việc.',
  input: z.object({ ...within, fileId: id }),
  output: fileAnswer,
  refusals: ['fileGone'],
  permission: readTasks,
  answer: 'file',
});
