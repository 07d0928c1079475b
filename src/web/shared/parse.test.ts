import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInteger } from './format.ts';
import { parseHundredths, parseWhole } from './parse.ts';

test.each([
  ['6,6', 660],
  ['7.92', 792],
  ['9', 900],
  ['', null],
  ['1,234', undefined],
  ['-1', undefined],
  ['sáu', undefined],
])('%s is read as %s hundredths', (text, expected) => {
  expect(parseHundredths(text)).toBe(expected);
});

test('what is shown can be typed back', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      (value) => parseWhole(formatInteger(value)) === value,
    ),
  );
});

test('a dot in the wrong place is no number', () => {
  expect(parseWhole('1.00')).toBeUndefined();
  expect(parseWhole(' ')).toBeNull();
});
