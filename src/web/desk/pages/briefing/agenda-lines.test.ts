import { describe, expect, test } from 'vitest';
import { endsAt, lineText, minutesTyped, movedLine, noteOf, sumOfMinutes } from './agenda-lines.ts';

const lines = (...minutes: number[]) => minutes.map((one) => ({ minutes: one }));

describe('an agenda being written', () => {
  test('says how long it takes and when it ends, over midnight too', () => {
    expect(sumOfMinutes(lines(3, 8, 34))).toBe(45);
    expect(endsAt('10:40', lines(3, 8, 34))).toBe('11:25');
    expect(endsAt('23:50', lines(15))).toBe('00:05');
    expect(endsAt('08:00', [])).toBe('08:00');
  });

  test('[GV100] has a note only where something was typed, and says it with the item', () => {
    expect([undefined, null, ' \n', 'Mức vay mới'].map((note) => noteOf({ note }))).toEqual([
      ...[null, null, null],
      'Mức vay mới',
    ]);
    const line = { title: 'Chính sách', minutes: 5 };
    expect(lineText(line)).toBe('Chính sách (5 phút)');
    expect(lineText({ ...line, note: 'Mức vay mới' })).toBe('Chính sách (5 phút): Mức vay mới');
  });

  test('takes whole minutes up to four hours, and makes no other number of what is none', () => {
    expect(['12', ' 7 ', '0', '240'].map(minutesTyped)).toEqual([12, 7, 0, 240]);
    for (const none of ['', '8.5', '-5', '7 phút', '241', '999', 'abc'])
      expect(minutesTyped(none)).toBeUndefined();
  });

  test('moves an item up and down, and stops at both ends', () => {
    expect(movedLine(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(movedLine(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(movedLine(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(movedLine(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
