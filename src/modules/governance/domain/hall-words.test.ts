import { describe, expect, it } from 'vitest';
import { hallTextOf, knownNames, namesIn, ONE_HOUSEHOLD, withoutNames } from './hall-words.ts';

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
});
