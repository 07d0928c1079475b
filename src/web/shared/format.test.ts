import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import {
  changeWords,
  formatAge,
  formatHundredths,
  formatMillions,
  formatMillionsSigned,
  formatMoment,
  formatMonth,
  formatPercent,
  formatPhone,
  formatRate,
  formatShort,
  formatTenths,
  moneyChange,
  shareInHundredths,
} from './format.ts';

describe('money in headings', () => {
  test.each([
    [18_819_000_000n, '18,819 tỷ'],
    [208_354_208n, '208,4 triệu'],
    [100_000_000n, '100 triệu'],
    [1_110_000_000n, '1,11 tỷ'],
    [20_000_000_000n, '20 tỷ'],
    [1_000_000_000_000n, '1.000 tỷ'],
    [791_095n, '791.095 đ'],
    [0n, '0 đ'],
    [999_949_999n, '999,9 triệu'],
    [999_950_000n, '1 tỷ'],
    [-1_600_000n, '−1,6 triệu'],
  ])('%s is shown as %s', (amount, text) => {
    expect(formatShort(amount)).toBe(text);
  });
});

describe('money in columns of triệu đồng', () => {
  test.each([
    [18_567_000_000n, '18.567'],
    [0n, '0'],
    [499_999n, '0,5'],
    [49_999n, '<0,1'],
    [500_000n, '1'],
    [-828_000_000n, '−828'],
  ])('%s is shown as %s', (amount, text) => {
    expect(formatMillions(amount)).toBe(text);
  });

  test('what is not zero never reads 0', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (amount) => {
        expect(formatMillions(amount)).not.toBe('0');
        expect(formatShort(amount)).not.toMatch(/^0 /);
      }),
    );
  });

  test('a difference carries its sign', () => {
    expect(formatMillionsSigned(1_240_000_000n)).toBe('+1.240');
    expect(formatMillionsSigned(-172_000_000n)).toBe('−172');
    expect(formatMillionsSigned(0n)).toBe('0');
  });
});

describe('shares', () => {
  test('a share is rounded half up to hundredths of a percent', () => {
    expect(shareInHundredths(300_000_000n, 18_819_000_000n)).toBe(159);
    expect(shareInHundredths(1n, 3n)).toBe(3333);
    expect(shareInHundredths(1n, 8n)).toBe(1250);
  });

  test('there is no share of nothing', () => {
    expect(shareInHundredths(0n, 0n)).toBeUndefined();
  });

  test('percent, hundredths and tenths', () => {
    expect(formatPercent(159)).toBe('1,59%');
    expect(formatPercent(0)).toBe('0%');
    expect(formatHundredths(-2)).toBe('−0,02');
    expect(formatTenths(281)).toBe('2,8');
    expect(formatTenths(3)).toBe('0,1');
    expect(formatTenths(0)).toBe('0');
    expect(formatTenths(200)).toBe('2,0');
  });

  test('rates drop zeros at the end', () => {
    expect(formatRate(792)).toBe('7,92%/năm');
    expect(formatRate(660)).toBe('6,6%/năm');
    expect(formatRate(900)).toBe('9%/năm');
    expect(formatRate(1000)).toBe('10%/năm');
    expect(formatRate(0)).toBe('0%/năm');
  });
});

describe('changes', () => {
  test('a change is an amount and a word', () => {
    expect(moneyChange(252_000_000n)).toBe('tăng 252 triệu');
    expect(moneyChange(-1_600_000n)).toBe('giảm 1,6 triệu');
    expect(moneyChange(0n)).toBe('không đổi');
    expect(changeWords(1, '3 hộ')).toBe('tăng 3 hộ');
  });
});

describe('days and moments', () => {
  test('the age of figures counts from their own day', () => {
    expect(formatAge(day('2026-10-31'), day('2026-11-22'))).toBe('Số liệu 31/10/2026, cũ 22 ngày');
    expect(formatAge(day('2026-10-31'), day('2026-10-31'))).toBe('Số liệu 31/10/2026');
  });

  test('a moment is shown in the time of Vietnam', () => {
    expect(formatMoment('2026-11-03T01:12:30.000Z')).toBe('08:12 ngày 03/11/2026');
    expect(formatMoment('2026-11-02T17:00:00.000Z')).toBe('00:00 ngày 03/11/2026');
  });

  test('a month', () => expect(formatMonth(day('2026-10-31'))).toBe('10/2026'));
});

test('telephone numbers stand in groups', () => {
  expect(formatPhone('0399000121')).toBe('0399 000 121');
  expect(formatPhone('113')).toBe('113');
});
