import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import {
  letterLabel,
  officialDate,
  officialDigits,
  officialNumber,
  officialPlaceAndDate,
  officialSymbol,
  PAPER_TYPES,
  romanLabel,
  signingLines,
} from './official-format.ts';

describe('the words of official papers', () => {
  it('[DO1] numbers below ten take a zero, others none', () => {
    expect([1, 9, 10, 99, 100].map(officialDigits)).toEqual(['01', '09', '10', '99', '100']);
    expect(officialNumber({ number: 5, abbreviation: 'GM', issuer: 'UBND' })).toBe('Số: 05/GM-UBND');
    expect(officialSymbol({ number: 12, abbreviation: 'BB', issuer: 'NHCS-KHNV' })).toBe('12/BB-NHCS-KHNV');
  });

  it('[DO1] there is no paper number 0, -1 or 1.5', () => {
    for (const number of [0, -1, 1.5]) expect(() => officialDigits(number)).toThrow(RangeError);
  });

  it('[DO2] days below ten and the months 1 and 2 take a zero, March does not', () => {
    expect(officialDate(day('2027-02-05'))).toBe('ngày 05 tháng 02 năm 2027');
    expect(officialDate(day('2027-01-31'))).toBe('ngày 31 tháng 01 năm 2027');
    expect(officialDate(day('2027-03-09'))).toBe('ngày 09 tháng 3 năm 2027');
    expect(officialDate(day('2027-12-10'))).toBe('ngày 10 tháng 12 năm 2027');
    expect(officialPlaceAndDate('Bình Ngọc', day('2027-02-05'))).toBe('Bình Ngọc, ngày 05 tháng 02 năm 2027');
  });

  it('[DO3] types have the abbreviations of the decree, a task sheet that of practice', () => {
    const abbreviations = Object.fromEntries(
      Object.entries(PAPER_TYPES).map(([type, { abbreviation }]) => [type, abbreviation]),
    );
    expect(abbreviations).toEqual({
      invitation: 'GM',
      minutes: 'BB',
      notice: 'TB',
      report: 'BC',
      plan: 'KH',
      submission: 'TTr',
      programme: 'CTr',
      decision: 'QĐ',
      assignment: 'PGV',
    });
  });

  it('[DO6] letters are the Vietnamese ones, and go on after the last', () => {
    expect([1, 4, 5, 7, 23, 24, 46, 47].map(letterLabel)).toEqual([
      'a',
      'd',
      'đ',
      'g',
      'y',
      'aa',
      'ay',
      'ba',
    ]);
  });

  it('[DO6] Roman numbers', () => {
    expect([1, 4, 9, 14, 40, 99, 321].map(romanLabel)).toEqual([
      'I',
      'IV',
      'IX',
      'XIV',
      'XL',
      'XCIX',
      'CCCXXI',
    ]);
  });

  it('[DO8] a deputy signs for the collective, instead of the head', () => {
    expect(
      signingLines({
        onBehalfOf: 'ỦY BAN NHÂN DÂN',
        insteadOf: { how: 'KT', office: 'CHỦ TỊCH' },
        office: 'PHÓ CHỦ TỊCH',
      }),
    ).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(signingLines({ office: 'CHỦ TỊCH' })).toEqual(['CHỦ TỊCH']);
  });
});
