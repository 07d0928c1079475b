import { describe, expect, it } from 'vitest';
import { serialDays } from './serial-day.ts';
import { isDayFormat } from './styles.ts';

describe('number formats that show a day', () => {
  it.each([14, 15, 17, 22, 27, 36, 50, 58])('built-in %i does', (format) => {
    expect(isDayFormat(format, undefined)).toBe(true);
  });

  it.each([0, 1, 13, 18, 21, 23, 26, 37, 45, 47, 49, 59])('built-in %i does not', (format) => {
    expect(isDayFormat(format, undefined)).toBe(false);
  });

  it.each([
    'dd/mm/yyyy',
    'd-mmm-yy',
    'mm/yy',
    'mmmm',
    '[$-1042A]dd/mm/yyyy;@',
    'yyyy"năm"',
    'dd/mm/yyyy hh:mm',
  ])('%s does', (code) => {
    expect(isDayFormat(164, code)).toBe(true);
  });

  it.each([
    '#,##0',
    '0.00',
    'General',
    '#,##0 "đồng"',
    '#,##0\\d',
    '[Red]0',
    '[$USD]0',
    'hh:mm:ss',
    '[h]:mm',
    'mm:ss.0',
    '0_d',
    '*y0',
    '@',
  ])('%s does not', (code) => {
    expect(isDayFormat(164, code)).toBe(false);
  });
});

describe('day numbers', () => {
  const in1900 = serialDays(false);
  const in1904 = serialDays(true);

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [46_326.99, '2026-10-31'],
    [2_958_465, '9999-12-31'],
  ])('in the 1900 system %f is %s', (serial, expected) => {
    expect(in1900(serial)).toEqual({ day: expected });
  });

  it.each([-1, 0, 0.5, 60, 2_958_466, Number.POSITIVE_INFINITY])(
    'in the 1900 system %f is no day',
    (serial) => {
      expect(in1900(serial)).toBeUndefined();
    },
  );

  it('the 1904 system begins at 0 and ends at the same day', () => {
    expect(in1904(0)).toEqual({ day: '1904-01-01' });
    expect(in1904(2_957_003)).toEqual({ day: '9999-12-31' });
    expect(in1904(-1)).toBeUndefined();
    expect(in1904(2_957_004)).toBeUndefined();
  });
});
