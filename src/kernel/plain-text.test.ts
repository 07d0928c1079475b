import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from './plain-text.ts';

/** Letters of every plane, halves of letters and control characters among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 20 })
  .map((points) => String.fromCodePoint(...points));

describe('text that people type or paste', () => {
  it.each([
    ['marks of writing direction go', 'Hạn \u202e62/11\u202c', 'Hạn 62/11'],
    ['control characters go', 'Kiểm\u0000 tra\u0007', 'Kiểm tra'],
    ['halves of letters go', 'a\ud83db', 'ab'],
    ['letters of four bytes stay', 'Thôn 𠀋 👨‍👩‍👧', 'Thôn 𠀋 👨‍👩‍👧'],
    ['letters are composed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['spaces collapse', '  Mời   hộ\t làm việc ', 'Mời hộ làm việc'],
  ])('%s', (_, typed, kept) => {
    expect(plainLine(typed)).toBe(kept);
  });

  it('lines stay lines in a text, and become spaces in a line', () => {
    expect(plainText('Một\r\nhai  \n\n\n\nba')).toBe('Một\nhai\n\nba');
    expect(plainLine('Một\r\nhai')).toBe('Một hai');
  });

  it('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
        expect(plainLine(plainLine(text))).toBe(plainLine(text));
      }),
    );
  });
});
