import { z } from 'zod';
import { count, date, id, keysOf } from '../../../kernel/contract.ts';
import {
  DIFFICULTY_ABOUT,
  DIFFICULTY_STATES,
  type DifficultyAbout,
  type DifficultyState,
} from './difficulty.ts';
import { taskState } from './task-shapes.ts';

/** What a difficulty is about. */
export const difficultyAbout = z.enum(keysOf<DifficultyAbout>(DIFFICULTY_ABOUT));

/** What has become of a difficulty. */
export const difficultyState = z.enum(keysOf<DifficultyState>(DIFFICULTY_STATES));

/** A difficulty. */
export const difficulty = z.object({
  difficultyId: id,
  text: z.string(),
  about: difficultyAbout,
  householdId: id.nullable(),
  personName: z.string().nullable(),
  customerCode: z.string().nullable(),
  contractNo: z.string().nullable(),
  groupCode: z.string().nullable(),
  raisedByName: z.string(),
  raisedAt: z.iso.datetime(),
  state: difficultyState,
  answer: z.string().nullable(),
  contactId: id.nullable(),
  /** Whether the answer entered that number into the household's file [GV96]; null where nobody knows. */
  contactIsEntered: z.boolean().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  givenSeat: z.string().nullable(),
  givenName: z.string().nullable(),
  dueOn: date.nullable(),
  /** Who dropped it, when and why [GV121]; null while it stands. */
  droppedByName: z.string().nullable(),
  droppedAt: z.iso.datetime().nullable(),
  dropReason: z.string().nullable(),
  /** The briefing in which it was raised, and its day, where that was closed before anybody answered [GV120]. */
  carriedFrom: id.nullable(),
  carriedSince: date.nullable(),
  /** Counts giving, answering and dropping, from 1 [GV90]. */
  version: count,
});

/** The task that a difficulty became when the meeting in which it was given was closed [GV124], and how far it has come [GV125]. */
export const taskOfDifficulty = z.object({
  /** Null where it is not the reader's to open. */
  taskId: id.nullable(),
  ownerName: z.string(),
  /** Who holds its owner's office since it changed hands [GV132]. */
  ownerNow: z.string().nullable(),
  dueOn: date,
  state: taskState,
  /** The day of the report that stands. */
  reportedOn: date.nullable(),
  /** Days late, computed; 0 in time. */
  lateDays: count,
});
