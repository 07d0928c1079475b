import { describe, expect, it } from 'vitest';
import { inTurn, oneOf, throwOf } from './chance.ts';

describe('chance of the demo', () => {
  it('is the same every time', () => {
    expect(throwOf(100, 'Bình Ngọc', '2026-10-23')).toBe(throwOf(100, 'Bình Ngọc', '2026-10-23'));
    expect(oneOf(['a', 'b', 'c'], 'x')).toBe(oneOf(['a', 'b', 'c'], 'x'));
  });

  it('is spread over all sides, though seeds differ only in their last digit', () => {
    const thrown = Array.from({ length: 400 }, (_, i) => throwOf(4, 'Sơn Long', `2026-${i}`));
    for (const side of [0, 1, 2, 3]) expect(thrown.filter((one) => one === side).length).toBeGreaterThan(60);
  });

  it('gives every one of a list its turn, month by month, over the end of a year too', () => {
    const months = ['2025-11-23', '2025-12-23', '2026-01-23'];
    expect(new Set(months.map((month) => inTurn(['a', 'b', 'c'], month, 'x'))).size).toBe(3);
  });

  it('has nothing to choose from an empty list', () => {
    expect(() => oneOf([], 'x')).toThrow(RangeError);
    expect(() => inTurn([], '2026-01-23', 'x')).toThrow(RangeError);
  });
});
