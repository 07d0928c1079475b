import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { contactRelation } from '../registry/contract.ts';
import { LONGEST } from './domain/bounds.ts';
import { difficulty, difficultyAbout, taskOfDifficulty } from './domain/difficulty-shapes.ts';
import { line, lines, seatKey } from './domain/shapes.ts';
import { raiseDifficulty as mayRaise, readBriefings, recordInBriefing } from './policy.ts';

const nothing = z.object({});

/** Difficulties raised beforehand, of which no briefing stands prepared yet; a narrower office sees its own [GV7]. */
export const listWaitingDifficulties = operation({
  name: 'governance.listWaitingDifficulties',
  method: 'GET',
  path: '/communes/{communeId}/difficulties',
  summary: 'Khó khăn đã nêu, chờ buổi giao ban tới.',
  input: z.object({ communeId: id }),
  output: z.object({
    difficulties: z.array(
      difficulty.extend({
        /** In a commune of several points the one whose next briefing takes what a meeting left unanswered [GV277]; null of others. */
        awaits: z.object({ pointCode: z.string(), pointName: z.string() }).nullable(),
      }),
    ),
  }),
  permission: readBriefings,
});

/** The difficulties about a household, latest first, each with the briefing it stands in and what became of it [GV125]. */
export const listDifficultiesAbout = operation({
  name: 'governance.listDifficultiesAbout',
  method: 'GET',
  path: '/communes/{communeId}/households/{householdId}/difficulties',
  summary: 'Khó khăn đã nêu về một hộ.',
  input: z.object({ communeId: id, householdId: id }),
  output: z.object({
    today: date,
    difficulties: z.array(
      difficulty.extend({
        /** Null while it waits for a briefing. */
        briefing: z.object({ briefingId: id, metOn: date, isClosed: z.boolean() }).nullable(),
        task: taskOfDifficulty.nullable(),
      }),
    ),
  }),
  permission: readBriefings,
});

/** The names of a commune's borrowers, to be told while somebody types one who raises a difficulty beforehand [GV157]. */
export const listBorrowerNames = operation({
  name: 'governance.listBorrowerNames',
  method: 'GET',
  path: '/communes/{communeId}/borrower-names',
  summary: 'Tên người vay của xã, để báo ngay khi gõ tên một hộ vào khó khăn nêu trước.',
  input: z.object({ communeId: id }),
  output: z.object({
    names: z.array(z.string()),
    /** Names of who holds an office of the commune: they stand for that person unless a household is said. */
    officials: z.array(z.string()),
    /** What the hall sees of a household, by the rule of today. */
    hallHouseholdLevel: count,
  }),
  permission: recordInBriefing,
});

/** Raises a difficulty: in a briefing, or beforehand for the next one of the point [GV6], [GV99]. */
export const raiseDifficulty = operation({
  name: 'governance.raiseDifficulty',
  method: 'POST',
  path: '/communes/{communeId}/difficulties',
  summary: 'Nêu khó khăn.',
  input: z.object({
    communeId: id,
    /** Made by the client, so that sending twice raises once. */
    difficultyId: id,
    /** Null: for the next briefing. */
    briefingId: id.nullable().default(null),
    about: difficultyAbout,
    householdId: id.nullable().default(null),
    personId: id.nullable().default(null),
    /** The bank's code of the household's person, in place of `personId`: a row of loans knows no other. */
    customerCode: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
    /** The household's loan that it is about [GV133]. */
    contractNo: z
      .string()
      .regex(/^\d{16}$/)
      .nullable()
      .default(null),
    groupCode: z
      .string()
      .regex(/^\d{7}$/)
      .nullable()
      .default(null),
    text: lines(LONGEST.difficulty),
    /** Who said it, where who records in a meeting wrote it down: `Đỗ Hữu Sơn, tổ 0026010`; null: the caller [GV102]. */
    saidBy: line(LONGEST.teller).nullable().default(null),
  }),
  output: z.object({ briefingId: id.nullable() }),
  refusals: [
    'briefingClosed',
    'nameOfAnother',
    'householdUnknown',
    'contractUnknown',
    'groupUnknown',
    'idTaken',
    'tooManyLines',
  ],
  permission: mayRaise,
});

/** Answers a difficulty on the spot; the hour is kept [GV6]. A number found in the meeting goes into the household's file [GV85]. */
export const answerDifficulty = operation({
  name: 'governance.answerDifficulty',
  method: 'POST',
  path: '/communes/{communeId}/difficulties/{difficultyId}/answer',
  summary: 'Trả lời khó khăn tại chỗ.',
  input: z.object({
    communeId: id,
    difficultyId: id,
    answer: lines(LONGEST.answer),
    /** A contact of the household's file that the answer names. */
    contactId: id.nullable().default(null),
    /** A number found just now, in place of `contactId`: it is entered into the household's file with the answer. */
    found: z
      .object({
        relation: contactRelation,
        /** Who answers the phone; null for the borrower. */
        name: line(LONGEST.personName).nullable().default(null),
        phone: line(LONGEST.phone),
        /** Who told the number; null for whoever answers. */
        toldBy: line(LONGEST.teller).nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
  output: nothing,
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'difficultyClosed',
    'difficultyDropped',
    'contactUnknown',
    'contactWithoutHousehold',
    'phoneInvalid',
    'contactExists',
    'contactsFull',
  ],
  permission: recordInBriefing,
});

/** Gives a difficulty to somebody, with a day [GV6]. */
export const giveDifficulty = operation({
  name: 'governance.giveDifficulty',
  method: 'POST',
  path: '/communes/{communeId}/difficulties/{difficultyId}/give',
  summary: 'Giao khó khăn cho người trả lời, có hạn.',
  input: z.object({
    communeId: id,
    difficultyId: id,
    seat: seatKey.nullable(),
    name: line(LONGEST.bodyName),
    dueOn: date,
    /** The version that the person saw; 1: nobody had given or answered it yet [GV90]. */
    baseVersion: z.int().positive().default(1),
  }),
  output: nothing,
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'difficultyClosed',
    'difficultyDropped',
    'difficultyGiven',
    'dueBeforeBriefing',
    'dueTooFar',
    'seatUnknown',
    'ownerLeft',
    'ownerSince',
  ],
  permission: recordInBriefing,
});

/** Drops a difficulty that nobody has to answer any more, with the reason [GV121]; it stays to be read, and goes on to no meeting. */
export const dropDifficulty = operation({
  name: 'governance.dropDifficulty',
  method: 'POST',
  path: '/communes/{communeId}/difficulties/{difficultyId}/drop',
  summary: 'Bỏ khó khăn, nêu lý do.',
  input: z.object({
    communeId: id,
    difficultyId: id,
    reason: lines(LONGEST.dropReason),
    /** The version that the person saw [GV90]. */
    baseVersion: z.int().positive(),
  }),
  output: nothing,
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'difficultyClosed',
    'difficultyDropped',
    'difficultyGiven',
  ],
  permission: recordInBriefing,
});
