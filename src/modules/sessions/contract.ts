import { z } from 'zod';
import { date, fileAnswer, hour, id, operation } from '../../kernel/contract.ts';
import { editCalendar, manageFeed, readCalendar } from './policy.ts';

export * from './contract-holidays.ts';

const time = hour('07:30');
const pointCode = z.string().trim().min(1).max(20);
const document = z.string().trim().min(3, { error: 'Ghi số hiệu hoặc tên văn bản.' }).max(300);

const pointShape = z.object({
  id,
  pointCode: z.string(),
  name: z.string(),
  fixedDay: z.int(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
  address: z.string().nullable(),
  villageCodes: z.array(z.string()),
  validFrom: date,
  validTo: date.nullable(),
});

const noticeShape = z.object({
  id,
  regularOn: date,
  heldOn: date.nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  reason: z.string(),
  document: z.string(),
});

/**
 * The sessions of a commune from a day to a day (at most 24 months), each with its weekday and lunar day; weekends,
 * holidays and short months are noted and move nothing [SE2][SE3][SE11].
 */
export const listSessions = operation({
  name: 'sessions.listSessions',
  method: 'GET',
  path: '/communes/{communeId}/sessions',
  summary: 'Lịch phiên giao dịch của xã',
  input: z.object({ communeId: id, from: date, to: date }),
  output: z.object({
    today: date,
    sessions: z.array(
      z.object({
        point: pointShape,
        regularOn: date,
        heldOn: date.nullable(),
        startsAt: z.string().nullable(),
        endsAt: z.string().nullable(),
        isWeekend: z.boolean(),
        isShortMonth: z.boolean(),
        /** The public holiday of the day it is held, by name. */
        holiday: z.string().nullable(),
        lunar: z.string(),
        notice: noticeShape.nullable(),
      }),
    ),
  }),
  refusals: ['rangeTooLong'],
  permission: readCalendar,
});

/** Where the newest leaders' file and what people entered of a point differ; nothing is corrected [SE10]. */
const pointDifference = z.object({
  dataDate: date,
  name: z.string().nullable(),
  fixedDay: z.int().nullable(),
  villagesOnlyInFile: z.array(z.string()),
  villagesOnlyHere: z.array(z.string()),
  /** The point has ended here, and the file still tells it. */
  isStillTold: z.boolean(),
});

/** The points of a commune with all their dated rows, newest first, and the names of the villages. */
export const listPoints = operation({
  name: 'sessions.listPoints',
  method: 'GET',
  path: '/communes/{communeId}/points',
  summary: 'Điểm giao dịch của xã và các lần thay đổi',
  input: z.object({ communeId: id }),
  output: z.object({
    today: date,
    points: z.array(
      pointShape.extend({
        source: z.enum(['bank', 'entered']),
        /** Of a point's newest row only. */
        difference: pointDifference.nullable(),
      }),
    ),
    villages: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  permission: readCalendar,
});

/** Enters a point, or a change of its fixed day, hours, place or villages from a day on [SE6]. */
export const enterPoint = operation({
  name: 'sessions.enterPoint',
  method: 'POST',
  path: '/communes/{communeId}/points',
  summary: 'Nhập điểm giao dịch, hoặc thay đổi ngày, giờ, địa điểm, thôn từ một ngày',
  input: z.object({
    communeId: id,
    pointCode,
    name: z.string().trim().min(2).max(120),
    fixedDay: z.int().min(1).max(31),
    startsAt: time.nullable(),
    endsAt: time.nullable(),
    place: z.string().trim().max(200).nullable(),
    address: z.string().trim().max(300).nullable(),
    villageCodes: z.array(z.string().regex(/^\d{6,10}$/)).max(200),
    validFrom: date,
  }),
  output: z.object({ id }),
  refusals: ['pointRowNotLater', 'hoursReversed', 'villageUnknown'],
  permission: editCalendar,
});

/** Ends a point on a day, the last on which it may hold a session; null: the point goes on [SE12]. */
export const endPoint = operation({
  name: 'sessions.endPoint',
  method: 'POST',
  path: '/communes/{communeId}/points/{pointId}/end',
  summary: 'Kết thúc một điểm giao dịch từ sau một ngày, hoặc để điểm tiếp tục',
  input: z.object({ communeId: id, pointId: id, lastDay: date.nullable() }),
  output: z.object({}),
  refusals: ['pointRowReplaced', 'pointEndTooEarly'],
  permission: editCalendar,
});

/** Takes back the newest row that a person entered of a point: the row before goes on as it was [SE12]. */
export const withdrawPoint = operation({
  name: 'sessions.withdrawPoint',
  method: 'DELETE',
  path: '/communes/{communeId}/points/{pointId}',
  summary: 'Rút lần ghi gần nhất của một điểm giao dịch',
  input: z.object({ communeId: id, pointId: id }),
  output: z.object({}),
  refusals: ['pointRowReplaced', 'pointRowOfBank'],
  permission: editCalendar,
});

/** Records the notice that moves one session, or leaves it out [SE4]. */
export const recordNotice = operation({
  name: 'sessions.recordNotice',
  method: 'POST',
  path: '/communes/{communeId}/notices',
  summary: 'Ghi thông báo dời hoặc nghỉ một phiên giao dịch',
  input: z.object({
    communeId: id,
    pointId: id,
    regularOn: date,
    heldOn: date.nullable(),
    startsAt: time.nullable(),
    endsAt: time.nullable(),
    reason: z.string().trim().min(3).max(300),
    document,
  }),
  output: z.object({ id }),
  refusals: ['noSessionThatDay', 'heldOnTooFar', 'noticeExists', 'hoursReversed'],
  permission: editCalendar,
});

/** Withdraws a notice: the session is held on its fixed day again. */
export const withdrawNotice = operation({
  name: 'sessions.withdrawNotice',
  method: 'POST',
  path: '/communes/{communeId}/notices/{noticeId}/withdraw',
  summary: 'Thu hồi thông báo dời phiên',
  input: z.object({ communeId: id, noticeId: id }),
  output: z.object({}),
  permission: editCalendar,
});

/** Makes a new secret address of the commune's feed; it is shown this once. */
export const createFeed = operation({
  name: 'sessions.createFeed',
  method: 'POST',
  path: '/communes/{communeId}/feeds',
  summary: 'Tạo địa chỉ lịch bí mật để thêm vào điện thoại, máy tính',
  input: z.object({ communeId: id }),
  output: z.object({ id, path: z.string() }),
  permission: manageFeed,
});

/** The feeds of a commune that have not been revoked; their secrets are not kept and cannot be shown again. */
export const listFeeds = operation({
  name: 'sessions.listFeeds',
  method: 'GET',
  path: '/communes/{communeId}/feeds',
  summary: 'Các địa chỉ lịch đang dùng',
  input: z.object({ communeId: id }),
  output: z.object({ feeds: z.array(z.object({ id, createdAt: z.string() })) }),
  permission: manageFeed,
});

/** Revokes a feed: its address answers no more. */
export const revokeFeed = operation({
  name: 'sessions.revokeFeed',
  method: 'POST',
  path: '/communes/{communeId}/feeds/{feedId}/revoke',
  summary: 'Thu hồi địa chỉ lịch',
  input: z.object({ communeId: id, feedId: id }),
  output: z.object({}),
  permission: manageFeed,
});

/** The feed itself, for calendar programs: whoever has the address may read it, and it names no borrower [SE9]. */
export const readFeed = operation({
  name: 'sessions.readFeed',
  method: 'GET',
  path: '/calendar/{communeId}/{secret}',
  summary: 'Lịch phiên giao dịch dạng iCalendar',
  input: z.object({ communeId: id, secret: z.string().regex(/^[A-Za-z0-9_-]{20,64}(\.ics)?$/) }),
  output: fileAnswer,
  answer: 'file',
  permission: 'anyone',
});
