import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  businessDate,
  day,
  dayNumber,
  daysBetween,
  formatDate,
  formatWeekdayDate,
  fromDayNumber,
  isoWeekday,
  monthEnd,
  monthStart,
  parseBusinessDate,
} from './dates.ts';
import { isId, uuidV7 } from './ids.ts';
import { formatInteger, formatVnd, roundHalfUp } from './money.ts';
import { isRefusal, refusalText, refuse } from './refusal.ts';
import { officeText } from './role.ts';
import { compareNames, fold } from './text.ts';

describe('rounding', () => {
  it.each([
    [0n, 2n, 0n],
    [1n, 2n, 1n],
    [3n, 2n, 2n],
    [149n, 100n, 1n],
    [150n, 100n, 2n],
    [50_000_000n * 660n * 31n, 365n * 10_000n, 280_274n],
    [50_000_000n * 660n * 30n, 365n * 10_000n, 271_233n],
  ])('[K1] %s / %s is %s', (numerator, denominator, rounded) => {
    expect(roundHalfUp(numerator, denominator)).toBe(rounded);
  });

  it('[K1] is off by at most half a đồng', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        const twiceTheError = 2n * roundHalfUp(n, d) * d - 2n * n;
        expect(twiceTheError > -d && twiceTheError <= d).toBe(true);
      }),
    );
  });

  it('[K1] of a negative amount or by zero is a defect', () => {
    expect(() => roundHalfUp(-1n, 2n)).toThrow(RangeError);
    expect(() => roundHalfUp(1n, 0n)).toThrow(RangeError);
  });
});

describe('amounts as people read them', () => {
  it.each([
    [0n, '0 đ'],
    [999n, '999 đ'],
    [1000n, '1.000 đ'],
    [1_234_567n, '1.234.567 đ'],
    [-12_345n, '−12.345 đ'],
  ])('%s is %s', (amount, text) => {
    expect(formatVnd(amount)).toBe(text);
  });

  it('numbers group alike', () => {
    expect(formatInteger(27_403)).toBe('27.403');
  });
});

describe('days', () => {
  const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(fromDayNumber);

  it('[K3] a day number and its day are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (n) => dayNumber(fromDayNumber(n)) === n),
    );
  });

  it('[K3] agree with the calendar of the runtime', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(dayNumber(date) * 86_400_000).toBe(Date.parse(`${date}T00:00:00Z`));
      }),
    );
  });

  it.each([
    ['2026-01-01', '2026-01-02', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-01', '2026-02-01', -28],
  ])('[K3] from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-10-31', -3, '2026-07-31'],
    ['2026-05-31', -3, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('[K2] %s and %i months is %s', (date, months, expected) => {
    expect(addMonths(day(date), months)).toBe(expected);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '31/10/2026', '', '10000-01-01'])(
    '%j is no day',
    (text) => {
      expect(parseBusinessDate(text)).toBeUndefined();
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  it('a month begins on its first day and ends on its last', () => {
    expect([monthStart(day('2028-02-10')), monthEnd(day('2028-02-10'))]).toEqual([
      '2028-02-01',
      '2028-02-29',
    ]);
    expect(businessDate(2026, 6, 31)).toBeUndefined();
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  });

  it('are written the Vietnamese way', () => {
    expect(formatDate(day('2026-03-06'))).toBe('06/03/2026');
    expect(formatWeekdayDate(day('2026-11-23'))).toBe('Thứ Hai 23/11/2026');
    expect(formatWeekdayDate(day('2026-11-22'))).toBe('Chủ Nhật 22/11/2026');
    expect(isoWeekday(day('1970-01-01'))).toBe(4);
  });
});

describe('text', () => {
  it.each([
    ['Nguyễn Thị  Ánh', 'nguyen thi anh'],
    ['ĐẶNG ĐÌNH ĐỨC', 'dang dinh duc'],
    ['Đặng', 'dang'],
  ])('[K4] %j is found as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize('NFD'))).toBe(folded);
  });

  it('[K4] people stand in order of their given name', () => {
    const people = [
      'Trần Văn Dũng',
      'Lê Thị Ánh',
      'Phạm Đăng',
      'Nguyễn An',
      'Võ Bình',
      'Bùi Văn Dũng',
      'Hồ Ân',
    ];
    expect(people.sort(compareNames)).toEqual([
      'Nguyễn An',
      'Lê Thị Ánh',
      'Hồ Ân',
      'Võ Bình',
      'Bùi Văn Dũng',
      'Trần Văn Dũng',
      'Phạm Đăng',
    ]);
  });
});

describe('ids', () => {
  const random = new Uint8Array(10).fill(0xff);

  it('are UUIDs of version 7 that sort by the time they were made', () => {
    const made = [1, 1_000, 1_700_000_000_000, 1_800_000_000_000].map((at) => uuidV7(at, random));
    expect(made.every(isId)).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(made[2]?.[14]).toBe('7');
  });

  it('nothing else is an id', () => {
    expect(
      ['', 'x', '00000000-0000-0000-0000-000000000000', uuidV7(1, random).toUpperCase()].some(isId),
    ).toBe(false);
  });
});

describe('[GV190] an office in one line', () => {
  it.each([
    ['communeChair', 'Xã Bình Ngọc', 'Chủ tịch UBND xã Bình Ngọc'],
    ['communeChair', 'Phường Phú Lâm', 'Chủ tịch UBND phường Phú Lâm'],
    ['communePolice', 'Đặc khu Phú Quý', 'Công an đặc khu Phú Quý'],
    ['villageHead', 'Xã Bình Ngọc · Thôn 2', 'Trưởng thôn, Xã Bình Ngọc · Thôn 2'],
    ['villageHead', 'Phường Phú Lâm · Khu phố 2', 'Trưởng khu phố, Phường Phú Lâm · Khu phố 2'],
    ['villageHead', 'Phường Phú Lâm · 54010402', 'Trưởng khu phố, Phường Phú Lâm · 54010402'],
    ['villageHead', 'Phường Phú Lâm · Buôn Hai', 'Trưởng buôn, Phường Phú Lâm · Buôn Hai'],
    ['villageHead', '', 'Trưởng thôn'],
    ['officeDirector', 'PGD Tuy Hòa', 'Giám đốc phòng giao dịch, PGD Tuy Hòa'],
    ['administrator', '', 'Quản trị hệ thống'],
  ] as const)('%s of %s is %s', (role, place, text) => {
    expect(officeText(role, place)).toBe(text);
  });
});

describe('a refusal', () => {
  const texts = { tooMany: { status: 409, text: 'Quá {count} mục trong {where}.' } } as const;

  it('is told apart from an answer and fills its sentence', () => {
    const refusal = refuse('tooMany', { count: 3, where: 'tệp' });
    expect([isRefusal(refusal), isRefusal({ count: 3 }), isRefusal(null)]).toEqual([true, false, false]);
    expect(refusalText(texts, refusal)).toBe('Quá 3 mục trong tệp.');
  });

  it('without a sentence is a defect', () => {
    expect(() => refusalText(texts, refuse('unknown'))).toThrow('unknown');
  });
});
