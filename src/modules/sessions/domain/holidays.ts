import { addDays, type BusinessDate, parts } from '../../../kernel/dates.ts';
import { lunarDate } from './lunar.ts';

/** A public holiday, as a dated row: a day of the solar or of the lunar year. */
export type Holiday = {
  readonly name: string;
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  /** Of the lunar calendar 30 is the last day of the month, also where it has 29. */
  readonly day: number;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
};

/** The public holiday of a day, by name; null on any other day. A note: it moves no session [SE2]. */
export function holidayOn(date: BusinessDate, holidays: readonly Holiday[]): string | null {
  const inForce = holidays.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
  return inForce.find((holiday) => fallsOn(holiday, date))?.name ?? null;
}

function fallsOn({ calendar, month, day }: Holiday, date: BusinessDate): boolean {
  if (calendar === 'solar') return parts(date).month === month && parts(date).day === day;
  const lunar = lunarDate(date);
  if (lunar.isLeapMonth || lunar.month !== month) return false;
  const isLastOfMonth = lunarDate(addDays(date, 1)).day === 1;
  return lunar.day === day || (day === 30 && isLastOfMonth);
}
