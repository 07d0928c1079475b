import type { Vnd } from '../../../kernel/money.ts';
import type { Cell } from './cell.ts';
import { type NumberColumn, numberColumn, ungroup } from './number-column.ts';

const PLAIN_NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const MOST_DIGITS = 30;

/**
 * A cell as a whole number of 10^-`decimals`, exactly: `75.448` with 6 decimals is 75448000. Numbers written as text
 * count, grouped (`1.234.567` or `1,234,567`) or not; where a text can be read both ways the column decides [EX24]. Null for
 * an empty cell, undefined for anything that is no number or has more decimals than asked [EX12].
 */
export function readScaled(cell: Cell, decimals: number, numbers: NumberColumn): bigint | null | undefined {
  if (cell === undefined) return null;
  if (typeof cell === 'object') return undefined;
  if (typeof cell === 'number') {
    if (decimals === 0 && Number.isSafeInteger(cell)) return cell === 0 ? 0n : BigInt(cell);
    return scaleText(String(cell), decimals);
  }
  const text = cell.trim();
  return text === '' ? null : scaleText(ungroup(text, decimals, numbers), decimals);
}

function scaleText(text: string, decimals: number): bigint | undefined {
  const match = PLAIN_NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  // The digits without a point, which stands `shift` places from the wanted end.
  const digits = whole + fraction;
  const shift = decimals + Number(exponent) - fraction.length;
  if (shift > MOST_DIGITS || digits.length > MOST_DIGITS) return undefined;
  const cut = digits.length + Math.min(shift, 0);
  if (shift < 0 && /[1-9]/.test(digits.slice(Math.max(cut, 0)))) return undefined;
  const kept = shift < 0 ? digits.slice(0, Math.max(cut, 0)) : digits + '0'.repeat(shift);
  const amount = BigInt(kept === '' ? '0' : kept);
  return sign === '-' ? -amount : amount;
}

/** Whole đồng; a fraction of a đồng is no amount [EX12]. */
export function readVnd(cell: Cell, numbers: NumberColumn): Vnd | null | undefined {
  return readScaled(cell, 0, numbers);
}

/** An amount that is printed in million đồng, as whole đồng [EX13]. */
export function readMillionVnd(cell: Cell, numbers: NumberColumn): Vnd | null | undefined {
  return readScaled(cell, 6, numbers);
}

/** A whole number within what a small integer column holds. */
export function readInteger(cell: Cell, numbers: NumberColumn): number | null | undefined {
  const value = readScaled(cell, 0, numbers);
  if (value === null || value === undefined) return value;
  return value >= -32_768n && value <= 32_767n ? Number(value) : undefined;
}

/** The bank writes a rate up to this as percent a month, anything above as percent a year: a habit of its files. */
const MONTHLY_UP_TO_PERCENT = 2n;
const RATE_DECIMALS = 6;
const RATE_UNIT = 10n ** BigInt(RATE_DECIMALS);

/** A rate in hundredths of a percent a year: 7.92 is 792, and 0.66 (a month) is 792 too [EX14]. It has no thousands. */
export function readRateBpsPerYear(cell: Cell): number | null | undefined {
  const pointed = typeof cell === 'string' ? cell.replace(',', '.') : cell;
  const scaled = readScaled(pointed, RATE_DECIMALS, numberColumn('american'));
  if (scaled === null || scaled === undefined) return scaled;
  if (scaled < 0n) return undefined;
  const perYear = scaled <= MONTHLY_UP_TO_PERCENT * RATE_UNIT ? scaled * 12n : scaled;
  const hundredths = perYear * 100n;
  if (hundredths % RATE_UNIT !== 0n) return undefined;
  return Number(hundredths / RATE_UNIT);
}

/** A code as text, with the zeros that a spreadsheet lost in front restored. */
export type Code = { readonly text: string; readonly hasLostZeros: boolean };

const DIGITS = /^\d+$/;
const POINT_ZERO = /\.0+$/;
const NO_CODE: Code = { text: '', hasLostZeros: false };

/**
 * Reads a code of `length` digits [EX15]: `26000` and `26000.0` of length 7 become `0026000`. A code that is longer,
 * or has letters, is taken as it stands. Undefined for a number that is no whole one.
 */
export function readCode(cell: Cell, length: number): Code | undefined {
  if (cell === undefined) return NO_CODE;
  if (typeof cell === 'object') return undefined;
  const written = typeof cell === 'number' ? String(cell) : cell.trim();
  const text = written.includes('.') ? written.replace(POINT_ZERO, '') : written;
  if (typeof cell === 'number' && !DIGITS.test(text)) return undefined;
  if (text === '' || text.length >= length || !DIGITS.test(text))
    return text === '' ? NO_CODE : { text, hasLostZeros: false };
  return { text: text.padStart(length, '0'), hasLostZeros: true };
}
