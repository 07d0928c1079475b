import { day, dayNumber, fromDayNumber } from '../../../kernel/dates.ts';
import type { CellDay } from './cell.ts';

/** Day 0 of the 1900 system, as days since 1970-01-01, for serials from 61 on. */
const EPOCH_1900 = dayNumber(day('1899-12-30'));
const EPOCH_1904 = dayNumber(day('1904-01-01'));
/** Excel believes in a 29 February 1900 (serial 60), so days before it are one off. */
const FALSE_LEAP_DAY = 60;
const LAST_1900 = 2_958_465;
const LAST_1904 = 2_957_003;
const CACHED_DAYS = 16_384;

/**
 * Turns a workbook's day numbers into days, in its date system; undefined where a number is no day: below 1,
 * above 9999-12-31, and the 29 February 1900.
 */
export function serialDays(is1904: boolean): (serial: number) => CellDay | undefined {
  const known = new Map<number, CellDay>();
  return (serial) => {
    const whole = Math.floor(serial);
    if (!isDaySerial(whole, is1904)) return undefined;
    const cached = known.get(whole);
    if (cached) return cached;
    const made = { day: fromDayNumber(whole + epoch(whole, is1904)) };
    if (known.size < CACHED_DAYS) known.set(whole, made);
    return made;
  };
}

function isDaySerial(serial: number, is1904: boolean): boolean {
  if (is1904) return serial >= 0 && serial <= LAST_1904;
  return serial >= 1 && serial <= LAST_1900 && serial !== FALSE_LEAP_DAY;
}

function epoch(serial: number, is1904: boolean): number {
  if (is1904) return EPOCH_1904;
  return serial < FALSE_LEAP_DAY ? EPOCH_1900 + 1 : EPOCH_1900;
}
