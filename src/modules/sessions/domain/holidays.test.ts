import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { type Holiday, holidayOn, isDayOfYear, nextDayOf, sameDayHolder } from './holidays.ts';

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

describe('[SE13] a holiday as it is entered', () => {
  it.each([
    ['solar', 4, 30, true],
    ['solar', 4, 31, false],
    ['solar', 2, 29, true],
    ['solar', 2, 30, false],
    ['lunar', 2, 30, true],
    ['lunar', 1, 31, false],
  ] as const)('%s, month %s, day %s is a day: %s', (calendar, month, dayOfMonth, isDay) => {
    expect(isDayOfYear({ calendar, month, day: dayOfMonth })).toBe(isDay);
  });

  it('holds its day of the year until its last day', () => {
    const held: Holiday & { id: string } = {
      id: 'a',
      ...holiday('Quốc khánh', 'solar', 9, 2),
      validTo: day('2026-12-31'),
    };
    const next = { ...held, id: 'b', validFrom: day('2027-01-01'), validTo: null };
    expect(sameDayHolder(next, [held, next])).toBeUndefined();
    expect(sameDayHolder({ ...next, validFrom: day('2026-12-31') }, [held])).toBe(held);
    expect(
      sameDayHolder({ ...next, calendar: 'lunar', validFrom: day('2026-01-01') }, [held]),
    ).toBeUndefined();
  });

  it('falls next on the first such day, or on none once it is over', () => {
    const year = { from: day('2026-11-03'), to: day('2028-01-03') };
    expect(HOLIDAYS.map((row) => nextDayOf(row, year))).toEqual([
      ...['2027-09-02', '2027-02-05', '2027-02-06', '2027-04-16'],
    ]);
    expect(
      nextDayOf({ ...holiday('Quốc khánh', 'solar', 9, 2), validTo: day('2027-09-01') }, year),
    ).toBeNull();
  });
});
