import { describe, expect, test } from 'vitest';
import { foundWords, isLooking, isSought, type LineToFind, type Sought } from './long-lines.ts';

const ALL: Sought = { words: '', isOwnOnly: false };
const OWN: Sought = { words: '', isOwnOnly: true };

describe('a long list of conclusions', () => {
  const line: LineToFind = {
    texts: ['Đôn đốc hộ quá hạn', 'Trần Thị Mai, Hội Liên hiệp Phụ nữ'],
    isOwn: false,
  };

  test.each(['quá hạn', 'phu nu', 'don doc mai'])('is looked through by text and owner: %j', (words) => {
    expect(isSought(line, { ...ALL, words })).toBe(true);
  });

  test('does not show what says other words', () => {
    expect(isSought(line, { ...ALL, words: 'công an' })).toBe(false);
  });

  test('is looked through for one’s own, by words besides', () => {
    expect(isSought(line, OWN)).toBe(false);
    expect(isSought({ ...line, isOwn: true }, OWN)).toBe(true);
    expect(isSought({ ...line, isOwn: true }, { ...OWN, words: 'công an' })).toBe(false);
  });

  test('a line without an owner is found by its text', () => {
    expect(isSought({ texts: ['Kiểm tra', null], isOwn: false }, { ...ALL, words: 'kiem tra' })).toBe(true);
  });
});

test.each([
  [ALL, 500, ''],
  [{ ...ALL, words: 'công an' }, 12, '12 trong 1.500 kết luận.'],
  [OWN, 3, '3 trong 1.500 kết luận, chỉ của tôi.'],
  [{ ...ALL, words: 'abc' }, 0, 'Không có kết luận nào khớp “abc”.'],
  [OWN, 0, 'Không có kết luận nào của tôi.'],
  [{ words: 'abc', isOwnOnly: true }, 0, 'Không có kết luận nào của tôi khớp “abc”.'],
])('what was found is counted: %j, %s', (sought, found, told) => {
  expect(foundWords(sought, { found, total: 1500 })).toBe(told);
  expect(isLooking(sought)).toBe(told !== '');
});
