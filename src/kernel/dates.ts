/** A calendar day as `YYYY-MM-DD`. It has no time and no zone: the opened session or the data file gives it. */
export type BusinessDate = string & { readonly businessDate: never };

const DAYS_PER_400_YEARS = 146_097;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; undefined when the text is no real day of the calendar. */
export function parseBusinessDate(text: string): BusinessDate | undefined {
  const match = DAY_PATTERN.exec(text);
  if (!match) return undefined;
  return businessDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether a text is written as a day is, be there such a day or not: `2026-02-30` is. */
export function isWrittenAsDay(text: string): boolean {
  return DAY_PATTERN.test(text);
}

/** A day from its parts (month 1–12); undefined when there is no such day, as 30 February. */
export function businessDate(year: number, month: number, day: number): BusinessDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return format(year, month, day);
}

/** A day known to be right: literals and values read back from the database. @throws RangeError otherwise */
export function day(text: string): BusinessDate {
  const date = parseBusinessDate(text);
  if (date === undefined) throw new RangeError(`not a day: ${text}`);
  return date;
}

/** Year, month (1–12) and day of month. */
export function parts(date: BusinessDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01; negative before. Proleptic Gregorian, so differences are plain subtractions. */
export function dayNumber(date: BusinessDate): number {
  const { year, month, day: dayOfMonth } = parts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_400_YEARS + dayOfEra - 719_468;
}

/** The inverse of {@link dayNumber}. */
export function fromDayNumber(days: number): BusinessDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** Whole days from `from` (counted) to `to` (not counted); negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `days` later; earlier when negative. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later, or that month's last day where it is shorter: 31/01 + 1 = 28/02 [K2]. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const { year, month, day: dayOfMonth } = parts(date);
  const index = year * 12 + (month - 1) + months;
  return dayInMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, dayOfMonth);
}

/** The last day of the month of `date`. */
export function monthEnd(date: BusinessDate): BusinessDate {
  const { year, month } = parts(date);
  return dayInMonth(year, month, 31);
}

/** The first day of the month of `date`. */
export function monthStart(date: BusinessDate): BusinessDate {
  const { year, month } = parts(date);
  return format(year, month, 1);
}

/** The given day of that month, or its last day where the month is shorter [K2]. */
export function dayInMonth(year: number, month: number, dayOfMonth: number): BusinessDate {
  return format(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1 (Monday) to 7 (Sunday). */
export function isoWeekday(date: BusinessDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'] as const;

/** `31/10/2026`: the only way a day is shown to people. */
export function formatDate(date: BusinessDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `Thứ Hai 23/11/2026`. */
export function formatWeekdayDate(date: BusinessDate): string {
  return `${WEEKDAYS[isoWeekday(date) - 1]} ${formatDate(date)}`;
}

function format(year: number, month: number, dayOfMonth: number): BusinessDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return text as BusinessDate;
}
