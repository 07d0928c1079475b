import { describe, expect, it } from 'vitest';
import { readMillionVnd, readRateBpsPerYear, readVnd } from './cells.ts';
import { decideNumbers, type NumberFormat, numberColumn } from './number-column.ts';

/** What đồng texts are read as under a format, and what they decide together. */
function read(texts: readonly string[], format: NumberFormat, of = readVnd) {
  const column = numberColumn(format);
  const values = texts.map((text) => of(text, column));
  return { values, decision: decideNumbers(column.evidence), example: column.evidence.ambiguous };
}

describe('[EX24] separators of numbers written as text', () => {
  it('500.000 is half a million or five hundred: the column says which, and alone it is open', () => {
    expect(read(['500.000'], 'vietnamese')).toEqual({
      ...{ values: [500_000n], decision: 'undecided', example: '500.000' },
    });
    expect(read(['500.000'], 'american').values).toEqual([500n]);
    expect(read(['500,000'], 'vietnamese').values).toEqual([500n]);
    expect(read(['500,000'], 'american').values).toEqual([500_000n]);
  });

  it.each([
    [['500.000', '1.234.567'], 'vietnamese'],
    [['500.000', '1.234'], 'vietnamese'],
    [['500.000', '12,0'], 'vietnamese'],
    [['500.000', '1,234,567'], 'american'],
    [['500.000', '1234567.0'], 'american'],
    [['500.000', '1,234.00'], 'american'],
    [['1.234.567', '1,234,567'], 'mixed'],
    [['0.000', '0', '1234567', ''], 'any'],
  ] as const)('%j decides %s', (texts, decision) => {
    expect(read(texts, 'vietnamese').decision).toBe(decision);
  });

  it('million đồng have decimals: 75.448 is open, 75.4481 and 75,4 are not', () => {
    expect(read(['75.448'], 'american', readMillionVnd)).toMatchObject({
      ...{ values: [75_448_000n], decision: 'undecided' },
    });
    expect(read(['75.448'], 'vietnamese', readMillionVnd).values).toEqual([75_448_000_000n]);
    expect(read(['75.4481'], 'vietnamese', readMillionVnd).decision).toBe('american');
    expect(read(['75,4'], 'american', readMillionVnd)).toMatchObject({
      ...{ values: [75_400_000n], decision: 'vietnamese' },
    });
  });

  it('a rate is never grouped', () => {
    expect([readRateBpsPerYear('7,92'), readRateBpsPerYear('7.920'), readRateBpsPerYear('7,920')]).toEqual([
      ...[792, 792, 792],
    ]);
  });
});
