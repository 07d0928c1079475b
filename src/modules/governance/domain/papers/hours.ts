import { type BusinessDate, day } from '../../../../kernel/dates.ts';

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The day and the hour of a moment in Vietnam, as papers write the hour: `10 giờ 05 phút`, `7 giờ` on the hour. */
export function vietnamTime(iso: string): { readonly on: BusinessDate; readonly hour: string } {
  const local = new Date(Date.parse(iso) + VIETNAM_OFFSET_MS).toISOString();
  return { on: day(local.slice(0, 10)), hour: hourWords(local.slice(11, 16)) };
}

/** `7 giờ 30 phút` from `07:30`; the minutes of a full hour are not said. */
export function hourWords(clock: string): string {
  const [hours = '', minutes = ''] = clock.split(':');
  return `${Number(hours)} giờ${minutes === '00' ? '' : ` ${minutes} phút`}`;
}
