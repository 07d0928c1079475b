import {
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
  readonly villageCodes: readonly string[];
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
};

/** A recorded notice: the session of `regularOn` is held on another day, or not at all. */
export type Notice = {
  readonly id: Id;
  readonly pointId: Id;
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

/**
 * All sessions held, or to have been held, from `from` to `to`, both included, in order of day. A notice moves its
 * session even across months; nothing else does [SE4].
 */
export function sessionsBetween(
  points: readonly Point[],
  notices: readonly Notice[],
  { from, to }: { from: BusinessDate; to: BusinessDate },
): SessionDay[] {
  const sessions = points.flatMap((point) =>
    // One month more on both sides: a notice may bring a session in from there.
    regularDays(point, addMonths(from, -1), addMonths(to, 1)).map((regularOn) =>
      sessionOf(point, regularOn, notices),
    ),
  );
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

function regularDays(point: Point, from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let month = monthStart(from); month <= to; month = addMonths(month, 1)) {
    const regularOn = regularSessionDay(point.fixedDay, month);
    if (point.validFrom <= regularOn && (point.validTo === null || regularOn <= point.validTo))
      days.push(regularOn);
  }
  return days;
}

function sessionOf(point: Point, regularOn: BusinessDate, notices: readonly Notice[]): SessionDay {
  const notice =
    notices.find((candidate) => candidate.pointId === point.id && candidate.regularOn === regularOn) ?? null;
  const heldOn = notice ? notice.heldOn : regularOn;
  return {
    point,
    regularOn,
    heldOn,
    startsAt: notice?.startsAt ?? point.startsAt,
    endsAt: notice?.endsAt ?? point.endsAt,
    isWeekend: isoWeekday(heldOn ?? regularOn) >= 6,
    notice,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
