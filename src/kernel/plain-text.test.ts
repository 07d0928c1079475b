import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from './plain-text.ts';

/** Letters of every plane, halves of letters and control characters among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 20 })
  .map((points) => String.fromCodePoint(...points));

/** Names as files hold them: letters with their marks composed or not, blanks of several kinds, and what nobody sees. */
const nameOfFile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('Nguyễn', 'Thị', 'Ánh', 'Đỗ', 'Y', 'H’', 'a', 'e', 'ư') },
      fc.constantFrom('\u0302', '\u0301', '\u0323', '\u031b', ' ', '  ', '\u00a0', '\t', '\r\n'),
      fc.constantFrom(
        '\u200b',
        '\u200c',
        '\u200d',
        '\u200e',
        '\u202e',
        '\u2060',
        '\ufeff',
        '\u00ad',
        '👨',
        '\ud83d',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('text that people type or paste', () => {
  it.each([
    ['marks of writing direction go', 'Hạn \u202e62/11\u202c', 'Hạn 62/11'],
    ['control characters go', 'Kiểm\u0000 tra\u0007', 'Kiểm tra'],
    ['halves of letters go', 'a\ud83db', 'ab'],
    ['letters of four bytes stay', 'Thôn 𠀋 👨‍👩‍👧', 'Thôn 𠀋 👨‍👩‍👧'],
    ['letters are composed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['also where something unseen stood between', 'Nguye\u200b\u0302\u0303n', 'Nguyễn'],
    ['joiners go where they join no emoji', 'Y\u200d Nam\u200d', 'Y Nam'],
    ['spaces collapse', '  Mời   hộ\t làm việc ', 'Mời hộ làm việc'],
  ])('%s', (_, typed, kept) => {
    expect(plainLine(typed)).toBe(kept);
  });

  it('lines stay lines in a text, and become spaces in a line', () => {
    expect(plainText('Một\r\nhai  \n\n\n\nba')).toBe('Một\nhai\n\nba');
    expect(plainLine('Một\r\nhai')).toBe('Một hai');
  });

  it('[GV227] a line is plain text in one line, however fast that is told', () => {
    fc.assert(
      fc.property(fc.oneof(nameOfFile, anyText), (text) => {
        expect(plainLine(text)).toBe(plainText(text).replace(/\s+/g, ' '));
        expect(plainLine(text)).not.toMatch(
          /[\u200b\u200c\u200e\u202e\u2060\ufeff\u00ad]|\p{L}\u200d|\s\s|^\s|\s$/u,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.oneof(nameOfFile, anyText), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
        expect(plainLine(plainLine(text))).toBe(plainLine(text));
      }),
    );
  });
});
