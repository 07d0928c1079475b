import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { type Holiday, holidayOn } from './holidays.ts';

const holiday = (
  name: string,
  calendar: Holiday['calendar'],
  month: number,
  dayOfMonth: number,
): Holiday => ({
  ...{ name, calendar, month, day: dayOfMonth },
  validFrom: day('2021-01-01'),
  validTo: null,
});
const HOLIDAYS = [
  holiday('Quốc khánh', 'solar', 9, 2),
  holiday('Tết Nguyên đán', 'lunar', 12, 30),
  holiday('Tết Nguyên đán', 'lunar', 1, 1),
  holiday('Giỗ Tổ Hùng Vương', 'lunar', 3, 10),
];

describe('[SE11] the holiday of a day', () => {
  it.each([
    ['2026-09-02', 'Quốc khánh'],
    ['2026-09-03', null],
    ['2027-02-06', 'Tết Nguyên đán'],
    ['2026-04-26', 'Giỗ Tổ Hùng Vương'],
  ])('%s is %s', (date, name) => {
    expect(holidayOn(day(date), HOLIDAYS)).toBe(name);
  });

  it('the last day of the lunar year is one of 30 or 29 days', () => {
    expect(holidayOn(day('2026-02-16'), HOLIDAYS)).toBe('Tết Nguyên đán');
    expect(holidayOn(day('2024-02-09'), HOLIDAYS)).toBe('Tết Nguyên đán');
    expect(holidayOn(day('2024-02-08'), HOLIDAYS)).toBeNull();
  });

  it('a leap month has no holiday of its own', () => {
    // 2031 has its leap month after the third.
    expect(holidayOn(day('2031-05-01'), HOLIDAYS)).toBeNull();
    expect(holidayOn(day('2031-04-01'), HOLIDAYS)).toBe('Giỗ Tổ Hùng Vương');
  });

  it('a row counts from its first day to its last', () => {
    const [nationalDay] = HOLIDAYS;
    if (!nationalDay) throw new Error('no holiday');
    expect(holidayOn(day('2020-09-02'), HOLIDAYS)).toBeNull();
    expect(holidayOn(day('2026-09-02'), [{ ...nationalDay, validTo: day('2026-09-01') }])).toBeNull();
  });
});
