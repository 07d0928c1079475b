import { describe, expect, it } from 'vitest';
import {
  difficultyInHall,
  hallTextOf,
  knownNames,
  namesIn,
  ONE_HOUSEHOLD,
  struckOut,
  withoutNames,
} from './hall-words.ts';

const NAMES = knownNames(['Phan Phước Lộc (mẫu)', 'Ksor H’Bia (mẫu)', 'An']);
const TEXT = 'Mời hộ Phan Phước Lộc (mẫu), món 13,1 triệu đồng, làm việc lần 3';
const at = (level: number, text = TEXT, isMeasured = false) =>
  hallTextOf(text, { names: NAMES, isMeasured, level });

describe('conclusions in the hall', () => {
  it('[GV115] of a household nothing, that there is one, or what it says without the name', () => {
    expect([0, 1, 2].map((level) => at(level))).toEqual([
      null,
      ONE_HOUSEHOLD,
      'Mời hộ …, món 13,1 triệu đồng, làm việc lần 3',
    ]);
  });

  it('[GV115] what is about no household is shown as it was written, at every level', () => {
    const text = 'An ninh phiên giao dịch: công an xã trực';
    expect([0, 1, 2].map((level) => at(level, text))).toEqual([text, text, text]);
  });

  it('[GV115] told by the figures of one household, without a known name, it says no more than that', () => {
    const text = 'Thu hết nợ của hộ đầu danh sách';
    expect([0, 1, 2].map((level) => at(level, text, true))).toEqual([null, ONE_HOUSEHOLD, ONE_HOUSEHOLD]);
  });

  it('[GV115] a name is found in whole words, however it is written', () => {
    expect(namesIn("gặp ksor  h'bia chiều nay", NAMES)).toEqual(['Ksor H’Bia']);
    expect(namesIn('Phan Phước Lộcx', NAMES)).toEqual([]);
    expect(withoutNames('Ksor H’Bia và KSOR H’BIA (mẫu)', ['Ksor H’Bia (mẫu)'])).toBe('… và …');
    expect(namesIn('hộ Phan Phước Lộc'.normalize('NFD'), NAMES)).toEqual(['Phan Phước Lộc']);
  });

  it('[GV115] of two names that begin alike the longer goes whole, in whichever order they are known', () => {
    const names = ['Trần Thị Lan', 'Trần Thị Lan Anh'];
    const text = 'Mời hộ Trần Thị Lan Anh, hộ trần thị lan và bà Trần Thị Lan Anhx';
    expect(withoutNames(text, names)).toBe('Mời hộ …, hộ … và bà … Anhx');
    expect(withoutNames('Mời hộ Trần Thị Lan Anh', names.toReversed())).toBe('Mời hộ …');
    expect(namesIn('Mời hộ Trần Thị Lan Anh', knownNames(names))).toEqual(['Trần Thị Lan Anh']);
  });

  it('[GV122] a name is found without its diacritics, all or some, and in either style of tones', () => {
    const known = knownNames(['Huỳnh Hữu Lợi', 'Trần Thị Hòa (mẫu)']);
    for (const text of ['hộ Huynh Huu Loi nợ 50 triệu', 'HUỲNH HUU LỢI', 'huỳnh hữu lợi'])
      expect(namesIn(text, known), text).toEqual(['Huỳnh Hữu Lợi']);
    expect(namesIn('gặp Trần Thị Hoà', known)).toEqual(['Trần Thị Hòa']);
    expect(withoutNames('Huynh Huu Loi (mẫu), chiều nay', ['Huỳnh Hữu Lợi'])).toBe('…, chiều nay');
  });

  it('[GV122] other diacritics are another person, as are words that no blank joins', () => {
    const known = knownNames(['Lê Thị Hạ', 'Đỗ Đức Thái']);
    for (const text of ['Lê Thị Hà', 'Lê Thi Há', 'Đỗ Đức, Thái Nguyên', 'Đỗ Đức Tháí', 'Đức Thái'])
      expect(namesIn(text, known), text).toEqual([]);
    expect(namesIn('Đỗ Đức Thái-tổ 2, Lê Thi Ha.', known)).toEqual(['Đỗ Đức Thái', 'Lê Thị Hạ']);
  });

  it('[GV122] of a name that somebody with an office has too, the person of the office is meant, unless a household is said', () => {
    const known = knownNames(['Trần Thị Mai', 'Đỗ Đức Thái'], ['Trần Thị Mai (mẫu)', 'Lê Minh Toàn']);
    const at = (text: string) => hallTextOf(text, { names: known, isMeasured: false, level: 2 });
    expect(at('Bà Trần Thị Mai tới nhà Đỗ Đức Thái')).toBe('Bà Trần Thị Mai tới nhà …');
    expect(at('Trần Thị Mai tới hộ Trần Thị Mai')).toBe('Trần Thị Mai tới hộ …');
    expect(at('Đôn đốc hộ bà Tran Thi Mai')).toBe('Đôn đốc hộ bà …');
    expect(at('Nhờ họ Trần Thị Mai')).toBe('Nhờ họ Trần Thị Mai');
  });

  it('[GV122] a name is found however its words are put apart where it is kept', () => {
    const told = [
      'Nguyễn  Văn An',
      ' Trần Thị Bé',
      'H’Bia Ksor Y',
      'Lê\u00a0Văn Tám',
      'Đỗ (mẫu)',
      '— Vi Văn Út',
    ];
    const text = 'Nguyễn Văn An, Tran Thi Be, H’Bia Ksor Y, Lê Văn Tám, Vi Văn Út và Đỗ';
    expect(struckOut(text, knownNames(told))).toBe('…, …, …, …, … và Đỗ');
    expect(struckOut(text, knownNames(['Nguyễn  Văn An', 'Nguyễn Văn', '— — Vi Văn Út']))).toBe(
      '…, Tran Thi Be, H’Bia Ksor Y, Lê Văn Tám, … và Đỗ',
    );
    expect(withoutNames('Bà Đỗ mẫu xin hoãn', ['Đỗ (mẫu)'])).toBe('Bà … mẫu xin hoãn');
  });

  it('[GV122] of some thousand names the one is found in a long line', () => {
    const many = Array.from(
      { length: 3000 },
      (_, i) => `Người ${'abcdefghij'[i % 10]} Số ${'klmnopqrst'[((i / 10) % 10) | 0]}`,
    );
    const known = knownNames([...many, 'Đỗ Đức Thái']);
    expect(namesIn(`${'kiểm tra sử dụng vốn '.repeat(90)} Do Duc Thai`, known)).toEqual(['Đỗ Đức Thái']);
  });
});

describe('difficulties in the hall', () => {
  const known = knownNames(['Đỗ Công Quang', 'Đỗ Đức Thái']);
  const levels = (difficulty: Parameters<typeof difficultyInHall>[0]) =>
    [0, 1, 2].map((level) => difficultyInHall(difficulty, { names: known, level }));

  it('[GV91] the rule of the day decides what is shown of a household: nothing, that there is one, or what was said without the name', () => {
    const text = 'Không gặp hộ Đỗ Công Quang, nhờ Đỗ Đức Thái';
    expect(levels({ about: 'household', text, personName: 'Đỗ Công Quang' })).toEqual([
      ...[null, 'Khó khăn của một hộ vay', 'Không gặp hộ …, nhờ …'],
    ]);
    expect(levels({ about: 'household', text: 'Gọi Quang', personName: 'Quang' })[2]).toBe('Gọi …');
  });

  it('[GV122] of a matter or a group in whose words a borrower is named the same', () => {
    const text = 'Hộ do duc thai nợ 50 triệu bỏ đi';
    for (const about of ['matter', 'group'] as const)
      expect(levels({ about, text, personName: null })).toEqual([
        ...[null, 'Khó khăn của một hộ vay', 'Hộ … nợ 50 triệu bỏ đi'],
      ]);
    expect(levels({ about: 'matter', text: 'Mất nước', personName: null })).toEqual([
      ...['Mất nước', 'Mất nước', 'Mất nước'],
    ]);
  });
});
