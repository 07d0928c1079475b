import type { BusinessDate } from '../../../kernel/dates.ts';
import { dayInVietnam, formatHour } from '../../../kernel/moment.ts';

/**
 * The hour of a moment, `10:56`, where it was on the day on which people met; null on any other: in minutes written afterwards, or in a
 * meeting closed the day after, an hour of writing is none of the meeting [GV139].
 */
export function hourMet(iso: string | null, metOn: BusinessDate): string | null {
  if (iso === null) return null;
  const moment = new Date(iso);
  return dayInVietnam(moment) === metOn ? formatHour(moment) : null;
}
