import { z } from 'zod';
import { count, date, id, operation, vnd } from '../../kernel/contract.ts';
import { line, partFigures, talkingPoint } from './domain/shapes.ts';
import { POINT_RULES } from './domain/talking-points.ts';
import { readBriefingFigures, recordInBriefing } from './policy.ts';

const within = { communeId: id, briefingId: id };
const nothing = z.object({});
/** A point's rule, or `own:` and an id for what a person adds. */
const pointKey = z
  .string()
  .refine((key) => Object.hasOwn(POINT_RULES, key) || /^own:[0-9a-f-]{36}$/.test(key), {
    error: 'Mã điểm cần nêu không đúng dạng.',
  });

/**
 * The figures prepared for a briefing, from the newest data date up to its day: by association, by group, what falls due
 * until the next session, and the points to raise.
 */
export const showBriefingFigures = operation({
  name: 'governance.showBriefingFigures',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/figures',
  summary: 'Số liệu và điểm cần nêu của buổi giao ban.',
  input: z.object(within),
  output: z.object({
    /** Null while the commune has no figures. */
    dataDate: date.nullable(),
    comparedDate: date.nullable(),
    total: partFigures.nullable(),
    associations: z.array(partFigures),
    groups: z.array(
      partFigures.extend({
        villageName: z.string().nullable(),
        associationCode: z.string(),
        grade: z.string().nullable(),
      }),
    ),
    due: z
      .object({
        /** The regular day, by which debts fall due. */
        sessionOn: date,
        /** The day the session is held. */
        heldOn: date,
        loans: count,
        amountVnd: vnd,
        customers: count,
        reachableCustomers: count,
      })
      .nullable(),
    points: z.array(talkingPoint),
  }),
  permission: readBriefingFigures,
});

/** Writes a point anew, drops it, brings it back, or adds one; the prepared sentence stays beside it [GV28]. */
export const writeTalkingPoint = operation({
  name: 'governance.writeTalkingPoint',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/points/{key}',
  summary: 'Sửa, bỏ hoặc thêm một điểm cần nêu.',
  input: z.object({
    ...within,
    key: pointKey,
    ownText: line(500).nullable(),
    /** The prepared sentence the person saw; null for one they add. */
    preparedText: z.string().max(1000).nullable(),
    isDropped: z.boolean().default(false),
  }),
  output: nothing,
  refusals: ['briefingClosed', 'tooManyLines'],
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
  refusals: ['briefingClosed'],
  permission: recordInBriefing,
});

/** Takes back what was done to a point: the prepared sentence stands again, an added point is gone. */
export const resetTalkingPoint = operation({
  name: 'governance.resetTalkingPoint',
  method: 'DELETE',
  path: '/communes/{communeId}/briefings/{briefingId}/points/{key}',
  summary: 'Lấy lại câu hệ thống chuẩn bị.',
  input: z.object({ ...within, key: pointKey }),
  output: nothing,
  refusals: ['briefingClosed'],
  permission: recordInBriefing,
});
