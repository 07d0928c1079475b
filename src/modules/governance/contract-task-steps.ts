import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { MOST_FILES_OF_REPORT, TOO_MANY_FILES } from '../../kernel/file-size.ts';
import { LONGEST } from './domain/bounds.ts';
import { recordLink } from './domain/record-words.ts';
import { line, lines, seatKey } from './domain/shapes.ts';
import { outcome } from './domain/task-shapes.ts';
import { answerTasks, judgeTasks } from './policy.ts';

const within = { communeId: id, taskId: id };
/** Made by the client for what it does, so that sending twice does it once. */
const eventId = id;
/** The version of the task that the person saw. */
const baseVersion = z.int().positive();
const done = z.object({ version: count });

/** The owner says that they know of the task. */
export const receiveTask = operation({
  name: 'governance.receiveTask',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/receive',
  summary: 'Nhận việc.',
  input: z.object({ ...within, eventId }),
  output: done,
  refusals: ['taskNotYours', 'taskStateWrong', 'idTaken'],
  permission: answerTasks,
});

/** The owner has begun. */
export const startTask = operation({
  name: 'governance.startTask',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/start',
  summary: 'Bắt đầu làm.',
  input: z.object({ ...within, eventId }),
  output: done,
  refusals: ['taskNotYours', 'taskStateWrong', 'idTaken'],
  permission: answerTasks,
});

/**
 * Reports what was done, with files sent before. Bank and chair write down what another owner told them;
 * the event says who wrote it and for whom [GV35].
 */
export const reportTask = operation({
  name: 'governance.reportTask',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/report',
  summary: 'Báo cáo kết quả.',
  input: z.object({
    ...within,
    eventId,
    text: lines(LONGEST.report),
    outcome,
    /** When it was done: not long before its task was given [GV131], not in the future. */
    doneOn: date,
    /** Households, contacts, loans and groups that the author reads, as evidence [GV86]. */
    records: z.array(recordLink).max(10, { error: 'Mỗi báo cáo nêu nhiều nhất 10 hồ sơ.' }).default([]),
    fileIds: z.array(id).max(MOST_FILES_OF_REPORT, { error: TOO_MANY_FILES }).default([]),
  }),
  output: done,
  refusals: [
    'taskNotYours',
    'taskStateWrong',
    'doneInFuture',
    'doneLongBefore',
    'fileUnknown',
    'recordUnknown',
    'idTaken',
  ],
  permission: answerTasks,
});

/** Takes the report that the person saw: the task is done [GV36]. */
export const acceptTask = operation({
  name: 'governance.acceptTask',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/accept',
  summary: 'Nhận kết quả.',
  input: z.object({ ...within, eventId, baseVersion }),
  output: done,
  refusals: ['taskStateWrong', 'taskChanged', 'ownReport', 'idTaken'],
  permission: judgeTasks,
});

/** Gives the task back with the reason; the deadline stays [GV36]. */
export const returnTask = operation({
  name: 'governance.returnTask',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/return',
  summary: 'Trả lại, nêu lý do.',
  input: z.object({ ...within, eventId, baseVersion, reason: lines(LONGEST.taskReason) }),
  output: done,
  refusals: ['taskStateWrong', 'taskChanged', 'ownReport', 'idTaken'],
  permission: judgeTasks,
});

/** Gives the task to another office, with the reason: this one ends, another begins with the same deadline [GV37]. */
export const handOverTask = operation({
  name: 'governance.handOverTask',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/hand-over',
  summary: 'Chuyển việc cho người khác.',
  input: z.object({
    ...within,
    eventId,
    baseVersion,
    /** Of the new task; made by the client. */
    newTaskId: id,
    seat: seatKey.nullable(),
    name: line(LONGEST.bodyName),
    reason: lines(LONGEST.taskReason),
  }),
  output: done,
  refusals: ['taskStateWrong', 'taskChanged', 'seatUnknown', 'ownerLeft', 'sameOwner', 'idTaken'],
  permission: judgeTasks,
});

/** Takes a task back, with the reason. */
export const cancelTask = operation({
  name: 'governance.cancelTask',
  method: 'POST',
  path: '/communes/{communeId}/tasks/{taskId}/cancel',
  summary: 'Hủy việc, nêu lý do.',
  input: z.object({ ...within, eventId, baseVersion, reason: lines(LONGEST.taskReason) }),
  output: done,
  refusals: ['taskStateWrong', 'taskChanged', 'idTaken'],
  permission: judgeTasks,
});
