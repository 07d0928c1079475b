import { addDays, addMonths, type BusinessDate, isoWeekday, monthStart } from '../../../kernel/dates.ts';

/** The days of a week as a calendar heads them, Monday first. */
export const WEEKDAY_HEADS = [
  { short: 'T2', long: 'Thứ Hai' },
  { short: 'T3', long: 'Thứ Ba' },
  { short: 'T4', long: 'Thứ Tư' },
  { short: 'T5', long: 'Thứ Năm' },
  { short: 'T6', long: 'Thứ Sáu' },
  { short: 'T7', long: 'Thứ Bảy' },
  { short: 'CN', long: 'Chủ Nhật' },
] as const;

/** The weeks that hold a month, Monday first, with the days before and after that fill them. */
export function weeksOf(month: BusinessDate): readonly (readonly BusinessDate[])[] {
  const first = monthStart(month);
  const start = addDays(first, 1 - isoWeekday(first));
  const end = addMonths(first, 1);
  const weeks: BusinessDate[][] = [];
  for (let monday = start; monday < end; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}

const MOVES: ReadonlyMap<string, (day: BusinessDate) => BusinessDate> = new Map([
  ['ArrowLeft', (day) => addDays(day, -1)],
  ['ArrowRight', (day) => addDays(day, 1)],
  ['ArrowUp', (day) => addDays(day, -7)],
  ['ArrowDown', (day) => addDays(day, 7)],
  ['Home', (day) => addDays(day, 1 - isoWeekday(day))],
  ['End', (day) => addDays(day, 7 - isoWeekday(day))],
  ['PageUp', (day) => addMonths(day, -1)],
  ['PageDown', (day) => addMonths(day, 1)],
]);

/** The day a key moves to in a calendar; undefined for keys that move nowhere. */
export function dayAfterKey(day: BusinessDate, key: string): BusinessDate | undefined {
  return MOVES.get(key)?.(day);
}
