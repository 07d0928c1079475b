import type { BusinessDate } from '../../../../kernel/dates.ts';
import { dayInVietnam, formatHour } from '../../../../kernel/moment.ts';

/** The day and the hour of a moment in Vietnam, as papers write the hour: `10 giờ 05 phút`, `7 giờ` on the hour. */
export function vietnamTime(iso: string): { readonly on: BusinessDate; readonly hour: string } {
  const moment = new Date(iso);
  return { on: dayInVietnam(moment), hour: hourWords(formatHour(moment)) };
}

/** `7 giờ 30 phút` from `07:30`; the minutes of a full hour are not said. */
export function hourWords(clock: string): string {
  const [hours = '', minutes = ''] = clock.split(':');
  return `${Number(hours)} giờ${minutes === '00' ? '' : ` ${minutes} phút`}`;
}
