import { z } from 'zod';
import { count, date, id, keysOf, vnd } from '../../../kernel/contract.ts';
import {
  DIRECTIVE_PROGRESS,
  DIRECTIVE_SOURCES,
  type DirectiveProgress,
  type DirectiveSource,
  SPREADS,
  type Spread,
} from './directive.ts';
import { RECORD_KINDS, type RecordKind, recordLink } from './record-words.ts';
import {
  OUTCOMES,
  type Outcome,
  TASK_EVENTS,
  TASK_STATES,
  type TaskEventKind,
  type TaskState,
} from './task.ts';
import { FIGURE_MEASURES, type FigureFinding, type FigureMeasure } from './task-figures.ts';

/** Where a directive comes from. */
export const directiveSource = z.enum(keysOf<DirectiveSource>(DIRECTIVE_SOURCES));

/** How far the tasks of a directive have come. */
export const directiveProgress = z.enum(keysOf<DirectiveProgress>(DIRECTIVE_PROGRESS));

/** To whom a directive goes out. */
export const spread = z.enum(keysOf<Spread>(SPREADS));

/** What a task has come to. */
export const taskState = z.enum(keysOf<TaskState>(TASK_STATES));

/** What a report says. */
export const outcome = z.enum(keysOf<Outcome>(OUTCOMES));

/** Counts of tasks. */
export const taskCounts = z.object({
  given: count,
  done: count,
  waiting: count,
  late: count,
  returned: count,
});

/** What the figures are to show. */
export const figureMeasure = z.enum(keysOf<FigureMeasure>(FIGURE_MEASURES));

/** What the data say of a task since it was given: the figures of its loan [GV44], the file of its household [GV243]. */
export const figureFinding = z.object({
  /** The data date the list was of, and the newest one after it; null while there is none. */
  fromDate: date,
  toDate: date.nullable(),
  /**
   * `improved`: what was asked for has happened; `partly`: it is told of some of the loans it was asked of; `same`: it has not;
   * `unknown`: no newer figures, or they do not tell.
   */
  verdict: z.enum(['improved', 'partly', 'same', 'unknown']),
  /** One Vietnamese sentence with its numbers and day. */
  sentence: z.string(),
  /** What was owed that the task is about, then and now; null where it is not known. */
  beforeVnd: vnd.nullable(),
  nowVnd: vnd.nullable(),
}) satisfies z.ZodType<FigureFinding>;

/** A task as a row of a list. */
export const taskRow = z.object({
  taskId: id,
  communeId: id,
  directiveId: id,
  version: count,
  text: z.string(),
  source: directiveSource,
  issuerName: z.string(),
  givenOn: date,
  dueOn: date,
  ownerSeat: z.string().nullable(),
  ownerName: z.string(),
  state: taskState,
  /** Days late, computed; 0 in time. */
  lateDays: count,
  reportedOn: date.nullable(),
  returnedOn: date.nullable(),
  briefingId: id.nullable(),
  contractNo: z.string().nullable(),
  householdId: id.nullable(),
  personName: z.string().nullable(),
});

/** Who holds the office of a task today, where somebody else held it when it was given; null otherwise [GV132]. */
const ownerNow = z.string().nullable();

/** A task as its page shows it. */
export const wholeTaskRow = taskRow.extend({ ownerNow });

/** A row with what the figures say of it, and whether they contradict its report [GV45]. */
export const taskRowWithFigures = wholeTaskRow.extend({
  figures: figureFinding.nullable(),
  isContradicted: z.boolean(),
});

/** A row of what is asked of somebody, with the day of its last reminder [GV98]; null where none came yet. */
export const remindedTaskRow = taskRow.extend({ remindedOn: date.nullable() });

/** A reminder of a task: whether before its deadline or after it, and on which day. */
export const taskReminder = z.object({ moment: z.enum(['before', 'after']), on: date });

/** A file of a report. */
export const taskFile = z.object({
  fileId: id,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: count,
  scan: z.enum(['clean', 'notScanned']),
});

/** A record that a report names: what it was called and said on the report's day, and what it says now. */
export const taskRecord = z.object({
  kind: z.enum(keysOf<RecordKind>(RECORD_KINDS)),
  /** Null where the record is not the reader's to read. */
  seen: z
    .object({
      link: recordLink,
      title: z.string(),
      said: z.string(),
      /** Null where the record stands no more. */
      saysNow: z.string().nullable(),
    })
    .nullable(),
});

/** An event of a task. */
export const taskEvent = z.object({
  eventId: id,
  version: count,
  kind: z.enum(keysOf<TaskEventKind>(TASK_EVENTS)),
  text: z.string().nullable(),
  outcome: outcome.nullable(),
  doneOn: date.nullable(),
  byName: z.string(),
  /** The owner of the task for whom somebody else wrote it down; null where they did themselves [GV35]. */
  writtenFor: z.string().nullable(),
  at: z.iso.datetime(),
  files: z.array(taskFile),
  /** Records of the product that a report names [GV86]. */
  records: z.array(taskRecord),
});

/** A directive as its page and its tasks show it. */
export const directive = z.object({
  directiveId: id,
  source: directiveSource,
  /** Of a resolution or a written order; day and issuer null where they were not written apart. */
  paperNumber: z.string().nullable(),
  paperOn: date.nullable(),
  paperIssuer: z.string().nullable(),
  text: z.string(),
  legalGround: z.string().nullable(),
  measure: z.string().nullable(),
  issuerName: z.string(),
  givenOn: date,
  dueOn: date,
  spread,
  list: z.string().nullable(),
  listDate: date.nullable(),
  figure: figureMeasure.nullable(),
  briefingId: id.nullable(),
});
