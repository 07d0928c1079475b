import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, fromDayNumber } from '../../../kernel/dates.ts';
import { dateColumn, decideFormat, noEvidence, readDateText, sharedFormat } from './date-column.ts';
import { fileNameDate, titleDate } from './recognise.ts';

const decide = (texts: readonly string[]) => {
  const evidence = noEvidence();
  for (const text of texts) readDateText(text, 'vietnamese', evidence);
  return decideFormat(evidence);
};

describe('formats of a column of dates', () => {
  it.each([
    [['31/10/2026', '05/03/2026'], 'vietnamese'],
    [['10/31/2026', '05/03/2026'], 'american'],
    [['3/5/2026 12:00:00 AM'], 'american'],
    [['31/5/2026 12:00:00 AM'], 'vietnamese'],
    [['31/10/2026', '10/31/2026'], 'mixed'],
    [['05/03/2026'], 'undecided'],
    [['05/05/2026', ''], 'any'],
    [['2026-10-31'], 'any'],
  ])('[EX10] %j is %s', (texts, decision) => {
    expect(decide(texts)).toBe(decision);
  });

  it('[EX10] every day written the Vietnamese way is read back', () => {
    const column = dateColumn('vietnamese');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        const date = fromDayNumber(number);
        expect(column.read(formatDate(date))).toBe(date);
      }),
    );
  });

  it.each([
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', undefined],
    ['31/04/2026', undefined],
    ['00/01/2026', undefined],
    ['01/00/2026', undefined],
    ['01/13/2026', undefined],
    ['31/12/1899', '1899-12-31'],
    ['01/01/1900', '1900-01-01'],
    ['31/12/2099', '2099-12-31'],
    ['01/01/2100', '2100-01-01'],
    ['01-02-2026', '2026-02-01'],
    ['1/2/2026', '2026-02-01'],
    ['01/02/202x', undefined],
    ['0a/02/2026', undefined],
  ])('[EX10] %s is %s', (text, date) => {
    const column = dateColumn('vietnamese');
    expect(column.read(text)).toBe(date);
    expect(column.read(` ${text} `)).toBe(date);
  });

  it('[EX11] a file lends its format only when all decided columns share it', () => {
    expect(sharedFormat(['vietnamese', 'any', 'undecided'])).toBe('vietnamese');
    expect(sharedFormat(['vietnamese', 'american'])).toBeUndefined();
    expect(sharedFormat(['any', 'undecided'])).toBeUndefined();
  });

  it('[EX7] [D9] dates in titles and file names', () => {
    expect(titleDate('Chi tiết chấm điểm Tổ TK&VV, ngày 31/10/2026')).toBe('2026-10-31');
    expect(titleDate('31 - Tạo hồ sơ tín dụng chi tiết')).toBeUndefined();
    const names = [
      'a-2026-10-31.xlsx',
      '004820_31102026_DSTO.xlsx',
      'x 31.10.2026.xlsx',
      'y-20261031.xlsx',
      'Bao cao 31 (1).xlsx',
    ];
    expect(names.map(fileNameDate)).toEqual([...Array(4).fill('2026-10-31'), undefined]);
  });
});
