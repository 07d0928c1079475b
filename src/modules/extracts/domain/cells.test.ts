import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Cell } from './cell.ts';
import * as cells from './cells.ts';
import { numberColumn } from './number-column.ts';

const { readCode, readRateBpsPerYear } = cells;
const readVnd = (cell: Cell) => cells.readVnd(cell, numberColumn());
const readInteger = (cell: Cell) => cells.readInteger(cell, numberColumn());
const readMillionVnd = (cell: Cell) => cells.readMillionVnd(cell, numberColumn());

describe('money', () => {
  it('[EX12] whole đồng from numbers and texts, grouped or not, exactly', () => {
    expect([5, '5', '5.0', ' 1234567 ', '1.234.567', '1,234,567', '1,234', '1.5E7', -3].map(readVnd)).toEqual(
      [...[5n, 5n, 5n, 1234567n, 1234567n, 1234567n, 1234n, 15_000_000n, -3n]],
    );
    expect(readVnd(9_007_199_254_740_991)).toBe(9_007_199_254_740_991n);
  });

  it('[EX12] a fraction, a word and a day are no amounts; an empty cell is none', () => {
    expect(
      [0.5, '1.5', '1.2345', 'x', '', '  ', '1.2.3', { day: day('2026-10-31') }, undefined].map(readVnd),
    ).toEqual([...[undefined, undefined, undefined, undefined, null, null, undefined, undefined, null]]);
  });

  it('[EX13] every whole đồng printed in million comes back exactly', () => {
    expect(readMillionVnd(0.1)).toBe(100_000n);
    expect(readMillionVnd(0.000_000_1)).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (vnd) => {
        expect(readMillionVnd(vnd / 1e6)).toBe(BigInt(vnd));
      }),
    );
  });
});

describe('rates and codes', () => {
  it('[EX14] above 2 a year, up to 2 a month, in hundredths of a percent', () => {
    expect([6.6, 7.92, '8.25', 9, 0.66, 0.55, 2, 2.01].map(readRateBpsPerYear)).toEqual([
      ...[660, 792, 825, 900, 792, 660, 2400, 201],
    ]);
    expect([0.123456, -1, 'x'].map(readRateBpsPerYear)).toEqual([undefined, undefined, undefined]);
  });

  it('[EX15] lost zeros come back; whole codes stay as they are', () => {
    expect(readCode(26_000, 7)).toEqual({ text: '0026000', hasLostZeros: true });
    expect(readCode('26000.0', 7)).toEqual({ text: '0026000', hasLostZeros: true });
    expect(readCode('0026000', 7)).toEqual({ text: '0026000', hasLostZeros: false });
    expect(readCode(54_010_101, 8)).toEqual({ text: '54010101', hasLostZeros: false });
    expect(readCode(undefined, 7)).toEqual({ text: '', hasLostZeros: false });
    expect(readCode(1.5, 2)).toBeUndefined();
  });

  it('[EX9] an integer outside its column is not taken', () => {
    expect([12, '12', 40_000, 1.5].map(readInteger)).toEqual([12, 12, undefined, undefined]);
  });
});
