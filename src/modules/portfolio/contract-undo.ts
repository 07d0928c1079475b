import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { publishFigures } from './policy.ts';

/** What undoing the newest publication of a date would take away, and what would stand afterwards; nothing is written. */
export const previewUndo = operation({
  name: 'portfolio.previewUndo',
  method: 'GET',
  path: '/portfolio/data-dates/{dataDate}/undo',
  summary: 'Xem hoàn tác lần ghi gần nhất của một ngày số liệu sẽ rút lại những gì.',
  input: z.object({ dataDate: date, officeId: id.optional() }),
  output: z.object({
    dataDate: date,
    /** The publication that would be undone. */
    versionNumber: count,
    /** Open loans it shows, which would be withdrawn, and in how many communes. */
    loans: count,
    communes: count,
    /** What these communes would show of the date instead; null: nothing. */
    before: z.object({ versionNumber: count, loans: count }).nullable(),
    /** The newest date the office would still have figures of; null: none at all. */
    newestDate: date.nullable(),
  }),
  refusals: ['nothingToUndo', 'laterDatePublished', 'officeUnclear'],
  permission: publishFigures,
});

/** Takes back the newest publication of a date: the version before shows again, or nothing. */
export const undoImport = operation({
  name: 'portfolio.undoImport',
  method: 'POST',
  path: '/portfolio/data-dates/{dataDate}/undo',
  summary: 'Hoàn tác lần ghi gần nhất của một ngày số liệu.',
  input: z.object({
    dataDate: date,
    officeId: id.optional(),
    /** The publication that is meant, where a person has looked at it first: no other is undone. */
    versionNumber: count.optional(),
  }),
  output: z.object({
    dataDate: date,
    undoneVersionNumber: count,
    /** The version that shows again; null when none is left. */
    versionNumber: count.nullable(),
  }),
  refusals: ['nothingToUndo', 'laterDatePublished', 'otherVersionStands', 'officeUnclear'],
  permission: publishFigures,
});
