import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { LONGEST } from './domain/bounds.ts';
import { line, lines, part, presence, seatKey, shownName } from './domain/shapes.ts';
import { holdBriefing, readBriefings, recordInBriefing, supplementMinutes } from './policy.ts';

const within = { communeId: id, briefingId: id };
const nothing = z.object({});

const whomReached = z.object({
  /**
   * Whom an invitation under the row, to the meeting that is to come, may have reached, by name: whoever takes the row off tells
   * them [GV111] [GV174].
   */
  reached: z.array(z.string()),
});

/** Begins the meeting, not before its day; on a later one whoever begins it says on which day people met [GV104]. */
export const openBriefing = operation({
  name: 'governance.openBriefing',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/open',
  summary: 'Bắt đầu giao ban.',
  input: z.object({
    ...within,
    /** Today, or an earlier day from the session's on, of which the minutes are written afterwards. Not needed on the session's day. */
    metOn: date.optional(),
  }),
  output: nothing,
  refusals: [
    'briefingBegun',
    'briefingClosed',
    'briefingCancelled',
    'briefingBeforeItsDay',
    'dayMetUntold',
    'dayMetOutside',
    'dayMetAfterNext',
  ],
  permission: holdBriefing,
});

/**
 * Says that a briefing that was prepared is not held, with the reason [GV109]: its difficulties go to the next one [GV110], whoever an
 * invitation may have reached is told [GV111]. Its session can be prepared anew.
 */
export const cancelBriefing = operation({
  name: 'governance.cancelBriefing',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/cancel',
  summary: 'Ghi không tổ chức giao ban, nêu lý do.',
  input: z.object({ ...within, reason: lines(LONGEST.cancelReason) }),
  output: nothing,
  refusals: ['tooLateToCancel', 'briefingClosed', 'briefingCancelled'],
  permission: holdBriefing,
});

/** Says how somebody is there, or why not [GV3]. */
export const recordAttendance = operation({
  name: 'governance.recordAttendance',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/attendees/{attendeeId}',
  summary: 'Điểm danh một người.',
  input: z.object({
    ...within,
    attendeeId: id,
    fullName: shownName,
    presence,
    deputyName: line(LONGEST.personName).nullable().default(null),
    note: line(LONGEST.presenceNote).nullable().default(null),
    /** Whose the row is from now on [GV177]: of the office's holder who came, or again of whose it was before; left out: nothing of that. */
    placeOf: line(LONGEST.shownName).optional(),
    /** The version that the person saw; 1: nobody had said anything yet [GV90]. */
    baseVersion: z.int().positive().default(1),
  }),
  output: nothing,
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'briefingNotOpen',
    'deputyNameMissing',
    'attendeeIsAnother',
    'attendanceChanged',
    'placeOfOther',
  ],
  permission: holdBriefing,
});

/** Asks somebody more. */
export const addAttendee = operation({
  name: 'governance.addAttendee',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/attendees',
  summary: 'Thêm người dự.',
  input: z.object({
    ...within,
    /** Made by the client, so that sending twice asks once. */
    attendeeId: id,
    part,
    /** Left out, the office is theirs that they are called by, if any [GV164]. */
    seat: seatKey.nullable().default(null),
    fullName: line(LONGEST.personName),
    capacity: line(LONGEST.capacity),
  }),
  output: nothing,
  refusals: [
    'briefingClosed',
    'briefingCancelled',
    'tooManyLines',
    'seatUnknown',
    'seatNotHeld',
    'seatOnList',
    'seatAtMeeting',
    'idTaken',
  ],
  permission: holdBriefing,
});

/** Takes somebody off the list. */
export const removeAttendee = operation({
  name: 'governance.removeAttendee',
  method: 'DELETE',
  path: '/communes/{communeId}/briefings/{briefingId}/attendees/{attendeeId}',
  summary: 'Bỏ một người khỏi danh sách dự.',
  input: z.object({ ...within, attendeeId: id, fullName: shownName }),
  output: whomReached,
  refusals: ['briefingClosed', 'briefingCancelled', 'attendeeIsAnother'],
  permission: holdBriefing,
});

/** Gives the place of somebody who was invited and has left the office to whoever holds it now [GV163]. */
export const givePlace = operation({
  name: 'governance.givePlace',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/attendees/{attendeeId}/holder',
  summary: 'Đổi người đã thôi giữ chức vụ trong danh sách dự theo chức vụ hiện nay.',
  input: z.object({ ...within, attendeeId: id, fullName: shownName }),
  output: whomReached,
  refusals: ['briefingClosed', 'briefingCancelled', 'attendeeIsAnother'],
  permission: holdBriefing,
});

/** Closes the meeting: its minutes get number and hash and are never changed again [GV9, GV10]. */
export const closeBriefing = operation({
  name: 'governance.closeBriefing',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/close',
  summary: 'Kết thúc giao ban, lấy số biên bản.',
  input: z.object({
    ...within,
    /** Said by a person who closes a meeting in which nothing was concluded. */
    withoutConclusions: z.boolean().default(false),
    /** Who of the list wrote the minutes [GV137]; null: nobody is named; left out: whoever closes, where they may be secretary. */
    secretaryId: id.nullable().optional(),
  }),
  output: z.object({ minutesNumber: count, minutesYear: count, minutesHash: z.string() }),
  refusals: [
    'briefingNotOpen',
    'briefingClosed',
    'briefingCancelled',
    'noConclusion',
    'conclusionIncomplete',
    'conclusionDuePassed',
    'ownerSince',
    'conclusionInConflict',
    'pointInConflict',
    'difficultyDuePassed',
    'secretaryNotThere',
  ],
  permission: holdBriefing,
});

/** Corrects closed minutes by an addendum with its reason [GV11]: the bank does, and the chair of the commune where he chaired [GV123]. */
export const addAddendum = operation({
  name: 'governance.addAddendum',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/addenda',
  summary: 'Ghi văn bản bổ sung biên bản.',
  input: z.object({
    ...within,
    addendumId: id,
    text: lines(LONGEST.addendum),
    reason: line(LONGEST.addendumReason),
  }),
  output: z.object({ number: count }),
  refusals: ['briefingStillOpen', 'briefingCancelled', 'addendumOfBank', 'idTaken', 'tooManyLines'],
  permission: supplementMinutes,
});

/** The count of changes, asked every second by screens that are open. */
export const followBriefing = operation({
  name: 'governance.followBriefing',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/revision',
  summary: 'Số lần thay đổi của buổi giao ban, để màn hình khác biết mà tải lại.',
  input: z.object(within),
  output: z.object({ revision: count }),
  permission: readBriefings,
});

/** The offices of the commune and of the bank that can own a conclusion, by name; for typing a few letters. */
export const listSeats = operation({
  name: 'governance.listSeats',
  method: 'GET',
  path: '/communes/{communeId}/seats',
  summary: 'Các chức vụ nhận việc của xã và người đang giữ.',
  /** `briefingId`: of a meeting, during or after which an office may have changed hands [GV262] [GV273]. */
  input: z.object({ communeId: id, briefingId: id.optional() }),
  output: z.object({
    /** With its kind: people say it behind the title of an office [GV253]. */
    communeName: z.string(),
    seats: z.array(
      z.object({
        seat: z.string(),
        title: z.string(),
        holderName: z.string().nullable(),
        /** Who holds it now, in words, where somebody else, or nobody, did when people met; left out of others. */
        holderNow: z.string().optional(),
      }),
    ),
  }),
  permission: recordInBriefing,
});
