import {
  addDays,
  addMonths,
  type BusinessDate,
  dayInMonth,
  isoWeekday,
  monthStart,
  parts,
} from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';

/** A transaction point as it stands from `validFrom` to `validTo`. */
export type Point = {
  readonly id: Id;
  readonly pointCode: string;
  readonly name: string;
  /** 1 to 31. */
  readonly fixedDay: number;
  /** `07:30`, or null when the files do not say. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  /** Where the place is, as people find it; null when nobody has written it. */
  readonly address: string | null;
  readonly villageCodes: readonly string[];
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
};

/**
 * A recorded notice: the session of `regularOn` is held on another day, or not at all. It belongs to the point, not to
 * one of its rows: new hours from an earlier day leave it standing [SE4].
 */
export type Notice = {
  readonly id: Id;
  readonly pointId: Id;
  readonly pointCode: string;
  readonly regularOn: BusinessDate;
  readonly heldOn: BusinessDate | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly reason: string;
  readonly document: string;
};

/** One session of the calendar. */
export type SessionDay = {
  readonly point: Point;
  /** The fixed day of that month. */
  readonly regularOn: BusinessDate;
  /** The day it is held; null when a notice says that it is not held. */
  readonly heldOn: BusinessDate | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly isWeekend: boolean;
  /** The month has no such day, and the session is held on its last [SE3]. */
  readonly isShortMonth: boolean;
  readonly notice: Notice | null;
};

/**
 * The fixed day of a month [SE1]: weekends and holidays do not move it [SE2]; a month without that day holds the
 * session on its last day [SE3].
 */
export function regularSessionDay(fixedDay: number, month: BusinessDate): BusinessDate {
  const { year, month: monthNumber } = parts(month);
  return dayInMonth(year, monthNumber, fixedDay);
}

/** The first session on or after a day, by the fixed day alone: the day on which a loan due then is tested [SE5]. */
export function sessionOnOrAfter(date: BusinessDate, fixedDay: number): BusinessDate {
  const thisMonth = regularSessionDay(fixedDay, date);
  return thisMonth >= date ? thisMonth : regularSessionDay(fixedDay, addMonths(monthStart(date), 1));
}

/** The days to which a notice may move the session of a regular day: at most a month before or after it [SE4]. */
export function daysToMoveTo(regularOn: BusinessDate): { from: BusinessDate; to: BusinessDate } {
  return { from: addMonths(regularOn, -1), to: addMonths(regularOn, 1) };
}

/**
 * All sessions held, or to have been held, from `from` to `to`, both included, in order of day. A notice moves its
 * session even across months; nothing else does [SE4].
 */
export function sessionsBetween(
  points: readonly Point[],
  notices: readonly Notice[],
  { from, to }: { from: BusinessDate; to: BusinessDate },
): SessionDay[] {
  const codes = [...new Set(points.map(({ pointCode }) => pointCode))];
  const sessions = codes.flatMap((code) => {
    const rows = points.filter(({ pointCode }) => pointCode === code);
    // One month more on both sides: a notice may bring a session in from there, and from no further.
    return monthsBetween(addMonths(from, -1), addMonths(to, 1)).flatMap((month) => {
      const row = rowOfMonth(rows, month);
      return row ? [sessionOf(row, regularSessionDay(row.fixedDay, month), notices)] : [];
    });
  });
  const shownOn = (session: SessionDay) => session.heldOn ?? session.regularOn;
  return sessions
    .filter((session) => from <= shownOn(session) && shownOn(session) <= to)
    .sort(
      (a, b) =>
        compare(shownOn(a), shownOn(b)) ||
        compare(a.startsAt ?? '', b.startsAt ?? '') ||
        compare(a.point.pointCode, b.point.pointCode),
    );
}

function monthsBetween(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const months: BusinessDate[] = [];
  for (let month = monthStart(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/**
 * The row of a point that gives a month its one session [SE1]. Where a new row begins in mid-month, the earlier of both
 * days is held; where the change steps over both, the day of the row that ends: no month is left out, none has two [SE6].
 */
function rowOfMonth(rows: readonly Point[], month: BusinessDate): Point | undefined {
  const dayOf = (row: Point) => regularSessionDay(row.fixedDay, month);
  const [first] = rows
    .filter((row) => isInForce(row, dayOf(row)))
    .sort((a, b) => compare(dayOf(a), dayOf(b)));
  if (first) return first;
  const ending = rows.find((row) => isInForce(row, month));
  const next = ending?.validTo && addDays(ending.validTo, 1);
  return rows.some(({ validFrom }) => validFrom === next) ? ending : undefined;
}

/** Whether a row of a point stands on a day, its first and last day included [SE6]. */
export function isInForce(
  { validFrom, validTo }: Pick<Point, 'validFrom' | 'validTo'>,
  on: BusinessDate,
): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

function sessionOf(point: Point, regularOn: BusinessDate, notices: readonly Notice[]): SessionDay {
  const notice =
    notices.find(
      (candidate) => candidate.pointCode === point.pointCode && candidate.regularOn === regularOn,
    ) ?? null;
  const heldOn = notice ? notice.heldOn : regularOn;
  return {
    point,
    regularOn,
    heldOn,
    startsAt: notice?.startsAt ?? point.startsAt,
    endsAt: notice?.endsAt ?? point.endsAt,
    isWeekend: isoWeekday(heldOn ?? regularOn) >= 6,
    isShortMonth: parts(regularOn).day < point.fixedDay,
    notice,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
