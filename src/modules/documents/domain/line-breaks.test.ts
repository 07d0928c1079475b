import { describe, expect, it } from 'vitest';
import { piecesOf } from './line-breaks.ts';

const fitting = { fits: () => true, isFirst: true };

describe('where lines may break', () => {
  it('[DO14] not after the slash of a number, but after its hyphen', () => {
    expect(piecesOf('theo Thông báo 05/TB-UBND ngày 23/02/2027', fitting)).toEqual([
      { text: 'theo Thông báo ', isWhole: false },
      { text: '05/TB-', isWhole: true },
      { text: 'UBND', isWhole: true },
      { text: ' ngày ', isWhole: false },
      { text: '23/02/2027', isWhole: true },
    ]);
  });

  it('[DO14] plain words stay one piece', () => {
    const text = 'Buổi giao ban kết thúc cùng ngày, hộ-gia-đình đã ký.';
    expect(piecesOf(text, fitting)).toEqual([{ text, isWhole: false }]);
  });

  it('[DO14] a word wider than its line begins a new one and may break at every letter', () => {
    const fits = (word: string) => word.length < 10;
    const whole = (letters: string) => [...letters].map((text) => ({ text, isWhole: true }));
    expect(piecesOf('hộ abcdefghijkl xa', { fits, isFirst: true })).toEqual([
      { text: 'hộ \n', isWhole: false },
      ...whole('abcdefghijkl'),
      { text: ' xa', isWhole: false },
    ]);
    expect(piecesOf('abcdefghijkl', { fits, isFirst: true })).toEqual(whole('abcdefghijkl'));
  });

  it('[DO14] no text is lost or doubled', () => {
    const text = ' 1/2  -a -b/c- 05/TB-UBND./. ';
    const pieces = piecesOf(text, fitting);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});
