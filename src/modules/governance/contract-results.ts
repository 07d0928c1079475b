import { z } from 'zod';
import { count, date, id, keysOf, operation } from '../../kernel/contract.ts';
import { RESULT_STATES, type ResultState } from './domain/papers/results.ts';
import { outcome, taskRowWithFigures } from './domain/task-shapes.ts';
import { overseeTasks, readTasks } from './policy.ts';

const within = { communeId: id, briefingId: id };

/** What came of one difficulty that a briefing gave to somebody. */
const resultOfDifficulty = z.object({
  text: z.string(),
  ownerName: z.string().nullable(),
  /** Who had it before it was handed over; null where nobody had. */
  insteadOf: z.string().nullable(),
  /** Who holds the owner's office since, where that is another; null otherwise, and where minutes kept nothing of it [GV132]. */
  ownerNow: z.string().nullable(),
  dueOn: date.nullable(),
  state: z.enum(keysOf<ResultState>(RESULT_STATES)),
  lateDays: count,
  /** The last report by then; null where nobody had said anything. */
  report: z.object({ on: date, text: z.string(), outcome, files: count }).nullable(),
  /** Why it was returned or cancelled. */
  reason: z.string().nullable(),
  /** What the figures said, in one sentence, and whether that contradicts the report [GV45]. */
  figures: z.string().nullable(),
  isContradicted: z.boolean(),
  /** Its task; null where minutes kept none. */
  taskId: id.nullable(),
});

/** What came of one conclusion of the briefing before. */
const result = resultOfDifficulty.extend({
  /** What the hall may show of it; null: nothing [GV115]. */
  hallText: z.string().nullable(),
  /** Its owner without names of households [GV87]. */
  hallOwner: z.string().nullable(),
});

/** What is left of the briefings before that one [GV88]: all counted, the longest late of them told. */
const earlier = z.object({
  /** Neither accepted nor cancelled, and of them still to be done past their day. */
  unfinished: count,
  late: count,
  /** Those late by owner, the owner of most first. */
  lateBy: z.array(z.object({ ownerName: z.string(), late: count, mostDays: count })),
  /** With the day on which their briefing met. */
  longest: z.array(resultOfDifficulty.extend({ givenOn: date })),
});

/**
 * What came of the conclusions of the briefing before, all of them, as this one is told it [GV84]: of a closed briefing as its
 * minutes fixed it, of another as it stands today, on its own day at the latest.
 */
export const showResultsBefore = operation({
  name: 'governance.showResultsBefore',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/results-before',
  summary: 'Kết quả thực hiện kết luận của buổi giao ban trước.',
  input: z.object(within),
  output: z.object({
    before: z
      .object({
        /** The briefing before; its id null where minutes kept none. */
        briefingId: id.nullable(),
        heldOn: date,
        /** The day as of which it is told, and whether the minutes of this briefing fixed it. */
        on: date,
        isFixed: z.boolean(),
        results: z.array(result),
        /**
         * Difficulties given there, counted apart; the hall is shown how many and who is to do them, `hallOwner`: null where that is
         * a borrower's name [GV126].
         */
        difficulties: z.array(resultOfDifficulty.extend({ hallOwner: z.string().nullable() })),
        /** Null where everything is finished, and where minutes kept nothing of it. */
        earlier: earlier.nullable(),
      })
      .nullable(),
  }),
  permission: overseeTasks,
});

/** The tasks that closing made of a briefing's conclusions, all that the caller reads [GV39], as they stand today. */
export const listTasksOfConclusions = operation({
  name: 'governance.listTasksOfConclusions',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/tasks',
  summary: 'Việc của từng kết luận, tình trạng hôm nay.',
  input: z.object(within),
  output: z.object({
    today: date,
    tasks: z.array(
      taskRowWithFigures.extend({
        conclusionId: id,
        /** Its owner has it from somebody else, to whom the conclusion had given it. */
        isHandedOn: z.boolean(),
      }),
    ),
  }),
  permission: readTasks,
});
