import { describe, expect, test } from 'vitest';
import { isFound } from './find.ts';

describe('what is looked for on a page', () => {
  const texts = ['Nợ quá hạn đã lâu: quá', null, 'Tuổi nợ quá hạn'];

  test.each(['', '  ', 'quá hạn', 'QUA HAN', 'lâu tuổi', 'đa lau'])('%j is found', (sought) => {
    expect(isFound(sought, texts)).toBe(true);
  });

  test.each(['khoanh', 'quá hạn khoanh'])('%j is not', (sought) => {
    expect(isFound(sought, texts)).toBe(false);
  });
});
