import { z } from 'zod';
import { count, date, id } from '../../../kernel/contract.ts';

/** The list behind a number of a sentence: of loans, or of groups. */
export const pointLink = z.union([
  z.object({
    list: z.string(),
    associationCode: z.string().optional(),
    groupCode: z.string().optional(),
    sessionOn: date.optional(),
    /** Only those whose customer cannot be reached. */
    reach: z.literal('unreachable').optional(),
    /** Only those of which no check after disbursement is told. */
    check: z.literal('untold').optional(),
    /** By customer, where the number counts households. */
    by: z.literal('customer').optional(),
  }),
  z.object({ groups: z.literal('belowFair') }),
]);

/** The sign before a point. */
export const pointMark = z.enum(['down', 'up', 'same', 'day', 'people']);

/** A sentence in pieces, numbers with the lists behind them. */
export const pointPieces = z.array(z.object({ text: z.string(), link: pointLink.nullable() }));

/** A point to raise, as prepared and as people have it. */
export const talkingPoint = z.object({
  /** Its rule's, or `own:` and an id. */
  key: z.string(),
  rule: z.string().nullable(),
  mark: pointMark,
  /** The prepared sentence in pieces, numbers with their lists; empty for what a person added or the figures no longer say. */
  pieces: pointPieces,
  /** What a person wrote in its place; never overwritten by new figures [GV28]. */
  ownText: z.string().nullable(),
  /** The prepared sentence at the time the person wrote, where the figures now make another; null where they agree. */
  preparedThen: z.string().nullable(),
  isDropped: z.boolean(),
  /** Counts what people wrote; 0 while nobody did. */
  version: count,
  writtenByName: z.string().nullable(),
  /** Versions written at the same time that wait for a choice [GV80]; without an own text the prepared sentence is meant. */
  others: z.array(
    z.object({
      versionId: id,
      ownText: z.string().nullable(),
      isDropped: z.boolean(),
      writtenByName: z.string(),
      writtenAt: z.iso.datetime(),
    }),
  ),
});
