import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { MOST_FILES_OF_REPORT, TOO_MANY_FILES } from '../../kernel/file-size.ts';
import { LONGEST } from './domain/bounds.ts';
import { recordLink } from './domain/record-words.ts';
import { line, lines, seatKey } from './domain/shapes.ts';
import {
  directive,
  figureFinding,
  outcome,
  remindedTaskRow,
  taskCounts,
  taskEvent,
  taskReminder,
  taskRowWithFigures,
  wholeTaskRow,
} from './domain/task-shapes.ts';
import { answerTasks, judgeTasks, overseeTasks, readTasks } from './policy.ts';

const within = { communeId: id, taskId: id };
/** Made by the client for what it does, so that sending twice does it once. */
const eventId = id;
/** The version of the task that the person saw. */
const baseVersion = z.int().positive();
const done = z.object({ version: count });

/** What is asked of the caller, what is due first at the top; in all communes of an officer. */
export const listMyTasks = operation({
  name: 'governance.listMyTasks',
  method: 'GET',
  path: '/tasks/mine',
  summary: 'Việc của tôi.',
  input: z.object({
    communeId: id.optional(),
    /** `open`: still to be done; `all`: also what is reported or over. */
    state: z.enum(['open', 'all']).default('open'),
    cursor: z.string().max(100).optional(),
  }),
  output: z.object({
    today: date,
    tasks: z.array(remindedTaskRow),
    /** Still to be done, and of them late, of all pages. */
    open: count,
    late: count,
    next: z.string().nullable(),
  }),
  refusals: ['cursorInvalid'],
  permission: readTasks,
});

/** Tasks of a commune, of one actor, briefing or state: what is due first at the top, each with what the figures say [GV44]. */
export const listTasksOfCommune = operation({
  name: 'governance.listTasksOfCommune',
  method: 'GET',
  path: '/communes/{communeId}/tasks',
  summary: 'Việc đã giao trong xã.',
  input: z.object({
    communeId: id,
    state: z.enum(['all', 'open', 'late', 'waiting', 'done', 'returned']).default('all'),
    /** A seat, or the name of a body without one. */
    ownerSeat: seatKey.optional(),
    ownerName: line(LONGEST.bodyName).optional(),
    briefingId: id.optional(),
    directiveId: id.optional(),
    /** Only what the overview counts that says this day as its `since` [GV38]. */
    countedSince: date.optional(),
    cursor: z.string().max(100).optional(),
  }),
  output: z.object({
    today: date,
    /** Of all pages. */
    total: count,
    tasks: z.array(taskRowWithFigures),
    next: z.string().nullable(),
  }),
  refusals: ['cursorInvalid'],
  permission: overseeTasks,
});

/** What was ordered and what came of it, by actor [GV38]; of one briefing's conclusions or of the whole commune. */
export const showTaskOverview = operation({
  name: 'governance.showTaskOverview',
  method: 'GET',
  path: '/communes/{communeId}/tasks/overview',
  summary: 'Việc đã giao, đã xong, trễ, trả lại theo người nhận.',
  input: z.object({ communeId: id, briefingId: id.optional() }),
  output: z.object({
    today: date,
    /** What is over counts when it was given since then; null where all of a briefing counts. */
    since: date.nullable(),
    total: taskCounts,
    /** False: no mail server is set, and reminders stand in the product alone. */
    hasMail: z.boolean(),
    /** Most late first; `name` is who holds the office today, `givenName` who held it when the last task was given. */
    actors: z.array(
      taskCounts.extend({
        seat: z.string().nullable(),
        name: z.string(),
        givenName: z.string(),
        /** Reminders reach a holder of the office by mail [GV70]. */
        isMailed: z.boolean(),
        /** The earliest deadline that has passed; null where nothing is late. */
        lateSince: date.nullable(),
      }),
    ),
  }),
  permission: overseeTasks,
});

/** One task with its directive, events and files, and what the figures say. */
export const showTask = operation({
  name: 'governance.showTask',
  method: 'GET',
  path: '/communes/{communeId}/tasks/{taskId}',
  summary: 'Một việc được giao.',
  input: z.object(within),
  output: z.object({
    today: date,
    communeName: z.string(),
    task: wholeTaskRow,
    directive,
    events: z.array(taskEvent),
    /** When its owner was reminded of it, the earliest first [GV98]. */
    reminders: z.array(taskReminder),
    figures: figureFinding.nullable(),
    isContradicted: z.boolean(),
    /**
     * Of all loans of the directive: how many the figures show as answered [GV46], or its reports as checked [GV95], then without a
     * date; null where they do not tell.
     */
    directiveFigures: z
      .object({
        improved: count,
        known: count,
        tasks: count,
        toDate: date.nullable(),
        /** The same as one Vietnamese sentence. */
        sentence: z.string(),
      })
      .nullable(),
    /** The task it came from, and the one it was handed over to; null where there is none, or it is not the caller's to read. */
    handedFrom: id.nullable(),
    handedTo: id.nullable(),
    /** What the caller may do with it now. */
    may: z.object({ answer: z.boolean(), judge: z.boolean(), change: z.boolean() }),
    /** Whether the caller holds the office it was given to. */
    isOwn: z.boolean(),
  }),
  permission: readTasks,
});

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
 * Reports what was done, with files sent before. Bank and chair may write down the report of an office without an account
 * [GV35].
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
    /** When it was done: not before its task was given [GV131], not in the future. */
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
    'doneBeforeGiven',
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
  refusals: ['taskStateWrong', 'taskChanged', 'idTaken'],
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
