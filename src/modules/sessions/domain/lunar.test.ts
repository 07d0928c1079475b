import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../kernel/dates.ts';
import { formatLunarDate, lunarDate } from './lunar.ts';

describe('the lunar day', () => {
  it.each([
    '1985-01-21',
    '2007-02-17',
    '2019-02-05',
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-02',
  ])('[SE7] %s is the first day of Tết', (tet) => {
    expect(lunarDate(day(tet))).toEqual({
      day: 1,
      month: 1,
      year: Number(tet.slice(0, 4)),
      isLeapMonth: false,
    });
  });

  it.each([
    ['2023-03-22', 2],
    ['2025-07-25', 6],
    ['2033-12-22', 11],
    ['2020-05-23', 4],
  ])('[SE7] %s begins leap month %i', (first, month) => {
    expect(lunarDate(day(first))).toMatchObject({ day: 1, month, isLeapMonth: true });
  });

  it('[SE7] the day after is the next lunar day or the first of a month of 29 or 30 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (offset) => {
        const today = lunarDate(addDays(day('1970-01-01'), offset));
        const tomorrow = lunarDate(addDays(day('1970-01-01'), offset + 1));
        if (tomorrow.day === 1) expect([29, 30]).toContain(today.day);
        else expect(tomorrow).toEqual({ ...today, day: today.day + 1 });
      }),
    );
  });

  it('is written as people say it', () => {
    expect(formatLunarDate(lunarDate(day('2025-07-25')))).toBe('1/6 nhuận âm lịch');
  });
});
