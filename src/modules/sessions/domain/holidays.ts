import { addDays, type BusinessDate, daysInMonth, parts } from '../../../kernel/dates.ts';
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

/** True for a day that its calendar has: 29/2 of a leap year too, and at most 30 of a lunar month. */
export function isDayOfYear({ calendar, month, day }: Pick<Holiday, 'calendar' | 'month' | 'day'>): boolean {
  return day <= (calendar === 'lunar' ? 30 : daysInMonth(LEAP_YEAR, month));
}

const LEAP_YEAR = 2024;

/** Another row that holds the same day of the year on any date this one would [SE13]; undefined where it is free. */
export function sameDayHolder<Row extends Holiday & { readonly id: string }>(
  holiday: Row,
  others: readonly Row[],
): Row | undefined {
  const endsBefore = (a: Holiday, b: Holiday) => a.validTo !== null && a.validTo < b.validFrom;
  return others.find(
    (other) =>
      other.id !== holiday.id &&
      other.calendar === holiday.calendar &&
      other.month === holiday.month &&
      other.day === holiday.day &&
      !endsBefore(other, holiday) &&
      !endsBefore(holiday, other),
  );
}

/** The first day in a stretch, both ends counted, that a holiday falls on; null where it falls on none. */
export function nextDayOf(
  holiday: Holiday,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
): BusinessDate | null {
  for (let on = from; on <= to; on = addDays(on, 1)) if (holidayOn(on, [holiday]) !== null) return on;
  return null;
}

function fallsOn({ calendar, month, day }: Holiday, date: BusinessDate): boolean {
  if (calendar === 'solar') return parts(date).month === month && parts(date).day === day;
  const lunar = lunarDate(date);
  if (lunar.isLeapMonth || lunar.month !== month) return false;
  const isLastOfMonth = lunarDate(addDays(date, 1)).day === 1;
  return lunar.day === day || (day === 30 && isLastOfMonth);
}
