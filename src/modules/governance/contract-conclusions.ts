import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { LONGEST } from './domain/bounds.ts';
import { namesItsPart } from './domain/measured-by.ts';
import { line, measuredBy, seatKey } from './domain/shapes.ts';
import { recordInBriefing } from './policy.ts';

const within = { communeId: id, briefingId: id };
const nothing = z.object({});
/** The version of a line that the person saw. */
const baseVersion = z.int().positive();

const content = {
  text: line(LONGEST.conclusion),
  /** An office of {@link listSeats}; null with a name: a body without an office here, as a poverty board. */
  ownerSeat: seatKey.nullable().default(null),
  ownerName: line(LONGEST.bodyName).nullable().default(null),
  dueOn: date.nullable().default(null),
};

/** Of a part, its code; of the whole commune none. */
const measuredByInput = measuredBy.refine(namesItsPart, {
  path: ['code'],
  error: 'Chọn hội, thôn, khu phố, tổ hoặc hộ của danh sách.',
});

/** Adds a conclusion at the end; owner and day may follow. */
export const addConclusion = operation({
  name: 'governance.addConclusion',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/conclusions',
  summary: 'Ghi một kết luận.',
  input: z.object({
    ...within,
    /** Made by the client, so that sending twice writes once. */
    conclusionId: id,
    ...content,
  }),
  output: z.object({ version: count }),
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'dueBeforeBriefing',
    'dueTooFar',
    'seatUnknown',
    'ownerLeft',
    'ownerSince',
    'tooManyLines',
    'idTaken',
  ],
  permission: recordInBriefing,
});

/**
 * Changes a conclusion. Written against an older version than the one that stands, the change is kept beside it, and a
 * person chooses [GV8].
 */
export const changeConclusion = operation({
  name: 'governance.changeConclusion',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/conclusions/{conclusionId}',
  summary: 'Sửa một kết luận.',
  input: z.object({
    ...within,
    conclusionId: id,
    baseVersion,
    /** Made by the client for this change, so that sending twice changes once. */
    changeId: id,
    ...content,
  }),
  output: z.object({ outcome: z.enum(['applied', 'unchanged', 'conflict']), version: count }),
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'dueBeforeBriefing',
    'dueTooFar',
    'seatUnknown',
    'ownerLeft',
    'ownerSince',
    'idTaken',
    'tooManyLines',
  ],
  permission: recordInBriefing,
});

/** Chooses between the version that stands and one written at the same time [GV8]. */
export const settleConclusion = operation({
  name: 'governance.settleConclusion',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/conclusions/{conclusionId}/settle',
  summary: 'Chọn một trong hai bản của kết luận.',
  input: z.object({
    ...within,
    conclusionId: id,
    versionId: id,
    keep: z.enum(['standing', 'other']),
    baseVersion,
  }),
  output: nothing,
  refusals: ['briefingClosed', 'briefingCancelled', 'lineChanged', 'versionChosen'],
  permission: recordInBriefing,
});

/** Takes a conclusion out. */
export const removeConclusion = operation({
  name: 'governance.removeConclusion',
  method: 'DELETE',
  path: '/communes/{communeId}/briefings/{briefingId}/conclusions/{conclusionId}',
  summary: 'Bỏ một kết luận.',
  input: z.object({ ...within, conclusionId: id, baseVersion }),
  output: nothing,
  refusals: ['briefingClosed', 'briefingCancelled', 'lineChanged', 'conclusionInConflict'],
  permission: recordInBriefing,
});

/**
 * Says by which figures a conclusion will be told, or that figures cannot tell [GV82]: a list of the month, a part of it, what is
 * to change there. Later the figures stand beside its task's report.
 */
export const measureConclusion = operation({
  name: 'governance.measureConclusion',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/conclusions/{conclusionId}/measure',
  summary: 'Chọn số liệu đo kết quả của một kết luận.',
  input: z.object({ ...within, conclusionId: id, baseVersion, measuredBy: measuredByInput.nullable() }),
  output: z.object({ version: count, loans: count }),
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'lineChanged',
    'tooManyLines',
    'listUnknown',
    'listNotPublished',
    'nothingToMeasure',
    'tooManyToMeasure',
  ],
  permission: recordInBriefing,
});

/** The names of households that the hall is not shown, to be told while somebody types one [GV122]. */
export const listHouseholdNames = operation({
  name: 'governance.listHouseholdNames',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/household-names',
  summary: 'Tên người vay của xã, để báo ngay khi gõ tên một hộ vào kết luận.',
  input: z.object(within),
  output: z.object({
    names: z.array(z.string()),
    /** Names that somebody with an office has too: they stand for that person unless a household is said. */
    officials: z.array(z.string()),
  }),
  permission: recordInBriefing,
});
