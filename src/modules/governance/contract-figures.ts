import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { LONGEST } from './domain/bounds.ts';
import { talkingPoint } from './domain/point-shapes.ts';
import { briefingFigures } from './domain/prepared-figures.ts';
import { line } from './domain/shapes.ts';
import { POINT_RULES } from './domain/talking-points.ts';
import { holdBriefing, readBriefingFigures, recordInBriefing } from './policy.ts';

const within = { communeId: id, briefingId: id };
const nothing = z.object({});
/** The version of a point that the person saw; 0: nobody had written. */
const baseVersion = z.int().nonnegative();
/** A point's rule, or `own:` and an id for what a person adds. */
const pointKey = z
  .string()
  .refine((key) => Object.hasOwn(POINT_RULES, key) || /^own:[0-9a-f-]{36}$/.test(key), {
    error: 'Mã điểm cần nêu không đúng dạng.',
  });

/**
 * The figures of a briefing: by association, by group, what falls due until the next session, and the points to raise; from the
 * newest data date up to its day while it is prepared, as they stood when the meeting began afterwards.
 */
export const showBriefingFigures = operation({
  name: 'governance.showBriefingFigures',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/figures',
  summary: 'Số liệu và điểm cần nêu của buổi giao ban.',
  input: z.object(within),
  output: briefingFigures.extend({
    /** `hallText`: what the hall may show of the own text [GV87]; null without one, and where it shows nothing. */
    points: z.array(talkingPoint.extend({ hallText: z.string().nullable() })),
    /** When they were fixed: with the beginning of the meeting, or when newer ones were taken over; null while they follow the newest. */
    fixedAt: z.iso.datetime().nullable(),
    /** Days from the data date to today or to the day of the meeting, where that is too old [GV107] [GV167]; null where it is not. */
    stale: z.object({ days: count, on: z.enum(['today', 'meeting']) }).nullable(),
    /**
     * Others that people should know of [GV29]: while preparing those it was prepared with, in the meeting those published since.
     * `points` are the sentences they make differently; null where they make none.
     */
    other: z
      .object({
        dataDate: date.nullable(),
        versionNumber: count.nullable(),
        points: z.array(z.object({ key: z.string(), sentence: z.string().nullable() })),
      })
      .nullable(),
  }),
  permission: readBriefingFigures,
});

/** Takes newer figures into a running meeting: those of the data date and version that the person saw [GV29]. */
export const takeOverFigures = operation({
  name: 'governance.takeOverFigures',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/figures',
  summary: 'Dùng số liệu mới trong buổi giao ban đang họp.',
  input: z.object({ ...within, dataDate: date, versionNumber: count }),
  output: nothing,
  refusals: [
    'briefingNotOpen',
    'briefingClosed',
    'briefingCancelled',
    'figuresStandAlready',
    'figuresMovedOn',
  ],
  permission: holdBriefing,
});

/**
 * Writes a point anew, drops it, brings it back, or adds one; the prepared sentence stays beside it [GV28]. Written against an older version than
 * the one that stands, the change is kept beside it, and a person chooses [GV80].
 */
export const writeTalkingPoint = operation({
  name: 'governance.writeTalkingPoint',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/points/{key}',
  summary: 'Sửa, bỏ hoặc thêm một điểm cần nêu.',
  input: z.object({
    ...within,
    key: pointKey,
    ownText: line(LONGEST.ownPoint).nullable(),
    /** The prepared sentence the person saw; null for one they add. */
    preparedText: z.string().max(1000).nullable(),
    isDropped: z.boolean().default(false),
    baseVersion,
    /** Made by the client for this change, so that sending twice changes once. */
    changeId: id,
  }),
  output: z.object({ outcome: z.enum(['applied', 'unchanged', 'conflict']), version: count }),
  refusals: ['briefingClosed', 'briefingCancelled', 'tooManyLines', 'idTaken'],
  permission: recordInBriefing,
});

/** Chooses between the point that stands and one written at the same time [GV80]. */
export const settleTalkingPoint = operation({
  name: 'governance.settleTalkingPoint',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/points/{key}/settle',
  summary: 'Chọn một trong hai bản của điểm cần nêu.',
  input: z.object({
    ...within,
    key: pointKey,
    versionId: id,
    keep: z.enum(['standing', 'other']),
    baseVersion,
  }),
  output: nothing,
  refusals: ['briefingClosed', 'briefingCancelled', 'lineChanged', 'versionChosen'],
  permission: recordInBriefing,
});

/** Puts the points in an order. */
export const orderTalkingPoints = operation({
  name: 'governance.orderTalkingPoints',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/points',
  summary: 'Xếp thứ tự các điểm cần nêu.',
  input: z.object({ ...within, keys: z.array(pointKey).min(1).max(60) }),
  output: nothing,
  refusals: ['briefingClosed', 'briefingCancelled'],
  permission: recordInBriefing,
});

/** Takes back what was done to a point: the prepared sentence stands again, an added point is gone. */
export const resetTalkingPoint = operation({
  name: 'governance.resetTalkingPoint',
  method: 'DELETE',
  path: '/communes/{communeId}/briefings/{briefingId}/points/{key}',
  summary: 'Lấy lại câu hệ thống chuẩn bị.',
  input: z.object({ ...within, key: pointKey, baseVersion }),
  output: nothing,
  refusals: ['briefingClosed', 'briefingCancelled', 'lineChanged'],
  permission: recordInBriefing,
});
