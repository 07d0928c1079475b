import { z } from 'zod';
import { count, date, id, keysOf, operation, vnd } from '../../kernel/contract.ts';
import { LONGEST } from './domain/bounds.ts';
import { RESPONSIBLES, type Responsible } from './domain/directive.ts';
import { line, lines, seatKey } from './domain/shapes.ts';
import {
  directive,
  directiveProgress,
  directiveSource,
  figureMeasure,
  spread,
  taskCounts,
  taskRowWithFigures,
} from './domain/task-shapes.ts';
import { giveDirectives, overseeTasks } from './policy.ts';

/** A code of an association, a village or a group. */
const code = z.string().regex(/^[0-9A-Za-z]{1,20}$/, { error: 'Mã không đúng dạng.' });

/** To whom, and of loans which. */
const whereTo = {
  spread,
  /** Of associations, villages, groups: those chosen; empty for all. */
  codes: z.array(code).max(200).default([]),
  /** Of loans: a list by its name, narrowed to parts of each kind, empty for all; and who answers for each loan. */
  list: z.string().max(60).nullable().default(null),
  listAssociationCodes: z.array(code).max(50).default([]),
  listVillageCodes: z.array(code).max(200).default([]),
  listGroupCodes: z.array(code).max(200).default([]),
  responsible: z.enum(keysOf<Responsible>(RESPONSIBLES)).default('groupLeader'),
};

/** Says how many tasks a directive would make, and whose they would be, before it is given [GV32]. */
export const previewDirective = operation({
  name: 'governance.previewDirective',
  method: 'GET',
  path: '/communes/{communeId}/directives/preview',
  summary: 'Xem trước số việc sẽ giao.',
  input: z.object({ communeId: id, ...whereTo }),
  output: z.object({
    tasks: count,
    /** Most tasks first. */
    owners: z.array(z.object({ seat: z.string().nullable(), name: z.string(), tasks: count })),
    /** Of loans: the data date of the list. */
    dataDate: date.nullable(),
    /** Of loans: each with whose task it would be, the first {@link mostTasks}, so that single ones can be left out. */
    loans: z.array(
      z.object({
        contractNo: z.string(),
        personName: z.string().nullable(),
        villageName: z.string().nullable(),
        outstandingVnd: vnd,
        ownerSeat: z.string().nullable(),
        ownerName: z.string(),
      }),
    ),
    /** How many tasks one directive may make at most. */
    mostTasks: count,
  }),
  refusals: ['listUnknown', 'listNotPublished'],
  permission: giveDirectives,
});

/** Gives a directive: the chair's order, or a resolution of the committee; one task for each recipient [GV30]–[GV32]. */
export const giveDirective = operation({
  name: 'governance.giveDirective',
  method: 'POST',
  path: '/communes/{communeId}/directives',
  summary: 'Ra chỉ đạo, giao việc.',
  input: z.object({
    communeId: id,
    /** Made by the client, so that sending twice gives once. */
    directiveId: id,
    source: directiveSource.exclude(['briefing', 'difficulty']),
    /** Number, day and issuer of the paper: of a resolution all three; of an order its number and day where it is written. */
    paperNumber: line(LONGEST.paperNumber).nullable().default(null),
    paperOn: date.nullable().default(null),
    paperIssuer: line(LONGEST.paperIssuer).nullable().default(null),
    text: lines(LONGEST.directive),
    legalGround: line(LONGEST.legalGround).nullable().default(null),
    measure: line(LONGEST.measure).nullable().default(null),
    dueOn: date,
    ...whereTo,
    /** Of loans: those chosen of the list; empty for all. */
    contractNos: z.array(code).max(500).default([]),
    /** Of loans: the data date of the list that the person saw; a newer list is looked at first [GV83]. */
    listDate: date.nullable().default(null),
    /** Of loans: what the figures are to show afterwards; null where they cannot tell [GV44]. */
    figure: figureMeasure.nullable().default(null),
    /** Of chosen seats: each with the name of who holds it; a body without a seat by its name alone. */
    recipients: z
      .array(z.object({ seat: seatKey.nullable(), name: line(LONGEST.bodyName) }))
      .max(100, { error: 'Giao được nhiều nhất 100 chức vụ một lần.' })
      .default([]),
  }),
  output: z.object({ tasks: count }),
  refusals: [
    'orderOfChairOnly',
    'resolutionMissing',
    'paperNumberMissing',
    'paperInFuture',
    'dueBeforeToday',
    'dueTooFar',
    'nobodyToGive',
    'seatUnknown',
    'ownerLeft',
    'listUnknown',
    'listNotPublished',
    'listChanged',
    'loansNotOnList',
    'tooManyTasks',
    'idTaken',
  ],
  permission: giveDirectives,
});

/**
 * Directives of a commune, latest first, each with what came of its tasks [GV81]: of a source, a briefing, an owner, or so far
 * done. Of an owner only this owner's tasks are counted.
 */
export const listDirectives = operation({
  name: 'governance.listDirectives',
  method: 'GET',
  path: '/communes/{communeId}/directives',
  summary: 'Chỉ đạo đã ra và kết quả.',
  input: z.object({
    communeId: id,
    source: directiveSource.optional(),
    progress: directiveProgress.default('all'),
    briefingId: id.optional(),
    /** Of the briefings of the same point before this one [GV88]. */
    beforeBriefingId: id.optional(),
    /** A seat, or the name of a body without one. */
    ownerSeat: seatKey.optional(),
    ownerName: line(LONGEST.bodyName).optional(),
    cursor: z.string().max(100).optional(),
  }),
  output: z.object({
    today: date,
    /** Of all pages. */
    total: count,
    directives: z.array(
      directive.extend({
        counts: taskCounts,
        /** `05/2026` of the minutes it stands in; null where it comes from no briefing. */
        minutesNumber: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  refusals: ['cursorInvalid'],
  permission: overseeTasks,
});

/** One directive with its tasks, each with what the figures say [GV44]. */
export const showDirective = operation({
  name: 'governance.showDirective',
  method: 'GET',
  path: '/communes/{communeId}/directives/{directiveId}',
  summary: 'Một chỉ đạo và các việc của nó.',
  input: z.object({ communeId: id, directiveId: id }),
  output: directive.extend({ today: date, counts: taskCounts, tasks: z.array(taskRowWithFigures) }),
  permission: overseeTasks,
});
