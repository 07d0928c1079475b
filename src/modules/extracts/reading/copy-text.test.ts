import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StagedValue } from '../domain/loan-columns.ts';
import { CopyLines } from './copy-text.ts';

const written = (...values: StagedValue[]) => {
  const lines = new CopyLines(16);
  lines.add(values);
  return Buffer.from(lines.written()).toString('utf8');
};

describe('a line of COPY text', () => {
  it('[EX12] [EX17] holds amounts to the đồng, also those that a number cannot', () => {
    expect(written(0n, -1n, 10n, 99n, 100n, 24_000_000n)).toBe('0\t-1\t10\t99\t100\t24000000\n');
    expect(written(9_007_199_254_740_991n, 9_007_199_254_740_993n)).toBe(
      '9007199254740991\t9007199254740993\n',
    );
    expect(written(0, -32_768, 7.5)).toBe('0\t-32768\t7.5\n');
    const amounts = fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
    fc.assert(fc.property(amounts, (amount) => written(amount) === `${amount}\n`));
  });

  it('[EX17] is put together of two lists', () => {
    const lines = new CopyLines(16);
    lines.add(['540101'], ['x', 5n]);
    lines.add(['540102', null]);
    lines.add([], [7]);
    expect(Buffer.from(lines.written()).toString('utf8')).toBe('540101\tx\t5\n540102\t\\N\n7\n');
  });

  it('[EX17] holds every text, what would end a value or a line escaped', () => {
    expect(written('Xã Bình Ngọc', 'Đỗ Thị Ánh', '')).toBe('Xã Bình Ngọc\tĐỗ Thị Ánh\t\n');
    expect(written('Đường a\tb\\c\nd', 'tổ 𝛼\r', 'x\0y')).toBe('Đường a\\tb\\\\c\\nd\ttổ 𝛼\\r\txy\n');
    expect(written(null, true, false)).toBe('\\N\tt\tf\n');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text
          .replaceAll('\\', '\\\\')
          .replaceAll('\t', '\\t')
          .replaceAll('\n', '\\n')
          .replaceAll('\r', '\\r')
          .replaceAll('\0', '');
        expect(written(text)).toBe(`${escaped}\n`);
      }),
    );
  });
});
