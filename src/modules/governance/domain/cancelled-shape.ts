import { z } from 'zod';
import { count, date, id } from '../../../kernel/contract.ts';

/** What is told of a briefing that is not held [GV109]. */
export const cancelled = z.object({
  byName: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  /** What the hall may show of the reason [GV87]; null: nothing. */
  hallReason: z.string().nullable(),
  /** Where its unanswered difficulties are now; without a briefing they wait for the next [GV110]. */
  givenBack: z.array(z.object({ briefingId: id.nullable(), metOn: date.nullable(), difficulties: count })),
  /** How many who were invited a mail tells, somebody has told, and are left: each is counted once [GV116]. */
  toldByMail: count,
  toldInPerson: count,
  leftToTell: count,
  /** How many mails that were to tell it were taken back as the session's briefing was prepared again [GV223]. */
  takenBack: count,
  /** The briefing that was prepared for its session since; null: there is none. */
  preparedAnew: id.nullable(),
  /** The day on which the calendar has its session now, to prepare it again; null: it has none [GV202]. */
  sessionOn: date.nullable(),
  /** Whether one prepared again goes on from this: the last that was cancelled of its session [GV185]. */
  isGoneOnFrom: z.boolean(),
});
