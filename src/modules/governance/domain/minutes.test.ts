import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, minutesNumberText } from './minutes.ts';

describe('the text of minutes that is hashed', () => {
  it('[GV10] is the same whatever order the keys come back in', () => {
    expect(canonicalText({ b: 1, a: [{ d: null, c: 'Đ' }] })).toBe('{"a":[{"c":"Đ","d":null}],"b":1}');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const again = JSON.parse(JSON.stringify(value)) as unknown;
        expect(canonicalText(again)).toBe(canonicalText(value));
      }),
    );
  });

  it('[GV10] numbers below ten take a zero', () => {
    expect(minutesNumberText(5, 2026)).toBe('05/2026');
    expect(minutesNumberText(12, 2026)).toBe('12/2026');
  });
});
