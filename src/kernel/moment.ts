import { type BusinessDate, day, formatDate } from './dates.ts';

/** The time zone of Vietnam, as databases and calendars name it. */
export const VIETNAM_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Vietnam is seven hours ahead of UTC all year: the one place that knows it. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The day in Vietnam on which a moment falls. */
export function dayInVietnam(moment: Date): BusinessDate {
  return day(inVietnam(moment).slice(0, 10));
}

/** The hour of a moment in Vietnam, 0 to 23. */
export function hourInVietnam(moment: Date): number {
  return Number(inVietnam(moment).slice(11, 13));
}

/** The hour and minute of a moment in Vietnam: `10:56`. */
export function formatHour(moment: Date): string {
  return inVietnam(moment).slice(11, 16);
}

/** A moment as people in Vietnam write it: `10:56 ngày 23/11/2026`. */
export function formatMoment(moment: Date): string {
  return `${formatHour(moment)} ngày ${formatDate(dayInVietnam(moment))}`;
}

/** The moment as an ISO text whose parts are those of clocks and calendars in Vietnam. */
function inVietnam(moment: Date): string {
  return new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString();
}
