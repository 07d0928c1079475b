import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { LONGEST } from './domain/bounds.ts';
import { line, seatKey } from './domain/shapes.ts';
import {
  directive,
  figureFinding,
  remindedTaskRow,
  taskCounts,
  taskEvent,
  taskReminder,
  taskRowWithFigures,
  wholeTaskRow,
} from './domain/task-shapes.ts';
import { overseeTasks, readTasks } from './policy.ts';

const within = { communeId: id, taskId: id };

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
    /** Other offices of theirs that have something still to be done, with how much [GV252]. */
    besides: z.array(z.object({ assignmentId: id, open: count, late: count })),
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
        /** Nobody holds the office, or the commune has it no more: nobody can be reminded [GV241]. */
        isVacant: z.boolean(),
        /**
         * The last reminder by mail while it has not gone [GV225]: to whom, why (null: it waits for its hour), and when it is tried; null: it is
         * given up.
         */
        reminder: z
          .object({
            toName: z.string(),
            problem: z.string().nullable(),
            nextAt: z.iso.datetime().nullable(),
          })
          .nullable(),
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
    /** Who has it since; null where the caller may not read that task. */
    handedToName: z.string().nullable(),
    /** Whether the caller wrote a report of it, and so leaves it to another to take [GV36]. */
    hasReported: z.boolean(),
    /** What the caller may do with it now; `judge`: to take its report or to give it back. */
    may: z.object({ answer: z.boolean(), judge: z.boolean(), change: z.boolean() }),
    /** Whether the caller holds the office it was given to. */
    isOwn: z.boolean(),
  }),
  permission: readTasks,
});
