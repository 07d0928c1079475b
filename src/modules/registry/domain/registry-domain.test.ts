import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { digitsOfPhone, isValidPhone } from '../../../kernel/phone.ts';
import { overlap, problemOfAreaName, problemOfStateCode } from './area-value.ts';
import { problemOf } from './entry-value.ts';
import { identityKind, identityWarnings, maskEthnicity, maskIdentityNumber } from './identity-number.ts';
import { areaOn, closesCircle } from './merge-map.ts';
import { readSearch } from './search-query.ts';

const area = (name: string) => name as Id;
const merge = (from: string, to: string, on: string) => ({
  oldAreaId: area(from),
  newAreaId: area(to),
  effectiveOn: day(on),
});

describe('merges', () => {
  const merges = [merge('a', 'b', '2025-07-01'), merge('b', 'c', '2026-01-01')];
  it.each([
    ['2025-06-30', 'a'],
    ['2025-07-01', 'b'],
    ['2025-12-31', 'b'],
    ['2026-01-01', 'c'],
  ])('[RG5] on %s the old area belongs to %s', (on, expected) => {
    expect(areaOn(area('a'), merges, day(on))).toBe(expected);
  });
  it('[RG5] an area that never merged is itself', () => {
    expect(areaOn(area('z'), merges, day('2026-01-01'))).toBe('z');
  });
  it('[RG5] a merge that leads back is seen, one that does not is not', () => {
    expect(closesCircle(merge('c', 'a', '2027-01-01'), merges)).toBe(true);
    expect(closesCircle(merge('d', 'a', '2027-01-01'), merges)).toBe(false);
  });
  it('[RG5] a circle in the book still ends', () => {
    expect(
      areaOn(area('a'), [merge('a', 'b', '2025-01-01'), merge('b', 'a', '2025-01-01')], day('2026-01-01')),
    ).toBe('b');
  });
});

describe('identity numbers', () => {
  const woman1985 = { identityNumber: '054185123456', sex: 'female', bornOn: day('1985-04-12') } as const;
  it('[RG9] a number that agrees with sex and year warns of nothing', () => {
    expect(identityWarnings(woman1985)).toEqual([]);
    expect(
      identityWarnings({ identityNumber: '054203123456', sex: 'male', bornOn: day('2003-01-01') }),
    ).toEqual([]);
  });
  it('[RG9] sex and year that differ are told one by one', () => {
    expect(identityWarnings({ ...woman1985, sex: 'male' })).toEqual(['sexDiffers']);
    expect(identityWarnings({ ...woman1985, bornOn: day('1986-01-01') })).toEqual(['birthYearDiffers']);
  });
  it('[RG9] what is not known is not held against anybody', () => {
    expect(identityWarnings({ ...woman1985, sex: null, bornOn: null })).toEqual([]);
    expect(identityWarnings({ ...woman1985, identityNumber: '123456789' })).toEqual([]);
    expect(['', null, '123456789', '054185123456', 'B1'].map(identityKind)).toEqual([
      'missing',
      'missing',
      'nineDigits',
      'twelveDigits',
      'other',
    ]);
  });
  it('[RG13] a masked number keeps its length and shows five digits at most', () => {
    expect(maskIdentityNumber('054185123456')).toBe('054*******56');
    expect(maskIdentityNumber(null)).toBeNull();
    expect(maskEthnicity('Ê Đê')).toBe('***');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,14}$/), (number) => {
        const masked = maskIdentityNumber(number) ?? '';
        expect(masked).toHaveLength(number.length);
        expect(masked.replace(/\*/g, '').length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('entered values', () => {
  const today = day('2026-11-03');
  it.each([
    ['full_name', 'Nguyễn Thị Ánh'],
    ['full_name', 'H’ Bia Niê'],
    ['full_name', 'a'.repeat(100)],
    ['born_on', '1985-04-12'],
    ['identity_number', '054185123456'],
    ['identity_number', '123456789'],
    ['address', 'Số 4, thôn 2'],
  ] as const)('[RG14] %s may be %s', (field, value) => {
    expect(problemOf(field, value, today)).toBeUndefined();
  });
  it.each([
    ['full_name', 'Nguyễn 2'],
    ['full_name', 'một hai ba bốn năm sáu bảy tám chín'],
    ['full_name', 'a'.repeat(101)],
    ['spouse_name', `Nguyễn ${'á'.repeat(95)}`],
    ['born_on', '12/04/1985'],
    ['born_on', '2026-11-04'],
    ['identity_number', '05418512345'],
  ] as const)('[RG14] %s may not be %s', (field, value) => {
    expect(problemOf(field, value, today)).toBeTypeOf('string');
  });
});

describe('phones and searches', () => {
  it.each([
    ['0912 345 678', '0912345678', true],
    ['+84 912.345.678', '0912345678', true],
    ['0084912345678', '0912345678', true],
    ['912345678', '912345678', false],
    ['09123456789', '09123456789', false],
  ])('[RG11] %s is %s', (typed, digits, valid) => {
    expect(digitsOfPhone(typed)).toBe(digits);
    expect(isValidPhone(digits)).toBe(valid);
  });
  it('[RG12] numbers are read without their spaces, names as words', () => {
    expect(readSearch('0912 345')).toEqual({ kind: 'digits', digits: '0912345' });
    expect(readSearch('12')).toEqual({ kind: 'tooShort' });
    expect(readSearch('á')).toEqual({ kind: 'tooShort' });
    expect(readSearch('Đào  thị')).toMatchObject({ words: [{ folded: 'dao' }, { folded: 'thi' }] });
  });
  it('[RG12] a word has both spellings of its tone', () => {
    const query = readSearch('Thuý');
    expect(query.kind === 'words' && query.words[0]?.spellings).toEqual(
      expect.arrayContaining(['Thuý', 'Thúy']),
    );
  });
  it('[RG12] no text puts a wildcard into the pattern', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const query = readSearch(text);
        if (query.kind === 'words')
          for (const word of query.words) expect(word.folded).toMatch(/^[a-z0-9]+$/);
      }),
    );
  });
});

describe('names and codes of areas', () => {
  it.each([
    ['Thôn 3', undefined],
    ['Khu phố Phú Lâm (A)', undefined],
    ['Buôn Ea Đrăng', undefined],
    ['123', 'tên phải có chữ, ví dụ Thôn 3.'],
    ['Thôn <b>', 'tên chỉ gồm chữ, số và dấu cách.'],
    [`Thôn ${'a'.repeat(95)}`, undefined],
    [`Thôn ${'a'.repeat(96)}`, 'tên có tối đa 100 ký tự.'],
  ])('[RG17] the name %s', (name, problem) => {
    expect(problemOfAreaName(name)).toBe(problem);
  });

  it.each([
    ['province', '66', true],
    ['province', '660', false],
    ['commune', '22240', true],
    ['commune', '2224', false],
    ['village', '01', true],
    ['village', 'A1', false],
  ] as const)('[RG18] a %s with the code %s: %s', (kind, code, isRight) => {
    expect(problemOfStateCode(kind, code) === undefined).toBe(isRight);
  });

  it('[RG18] two periods overlap when they share one day', () => {
    const period = (from: string, to: string | null) => ({
      validFrom: day(from),
      validTo: to === null ? null : day(to),
    });
    const june = period('2026-06-01', '2026-06-30');
    expect(overlap(june, period('2026-06-30', null))).toBe(true);
    expect(overlap(june, period('2026-07-01', null))).toBe(false);
    expect(overlap(period('2026-05-01', '2026-05-31'), june)).toBe(false);
    expect(overlap(period('2026-05-01', null), june)).toBe(true);
    expect(overlap(period('2026-05-01', null), period('2026-07-01', '2026-06-30'))).toBe(false);
  });
});
