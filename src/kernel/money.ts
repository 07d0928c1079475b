/** Whole đồng. Never a float, never a fraction: every division in this system states its rounding. */
export type Vnd = bigint;

/**
 * Rounds a non-negative fraction of đồng to the nearest whole đồng, halves up [K1].
 *
 * @param numerator the amount times `denominator`; zero or more
 * @param denominator greater than zero
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): Vnd {
  if (denominator <= 0n || numerator < 0n)
    throw new RangeError('roundHalfUp needs 0 <= numerator, 0 < denominator');
  return (2n * numerator + denominator) / (2n * denominator);
}

/** An amount as a plain number, where JSON needs one. @throws RangeError beyond 2^53 đồng, where numbers are not exact */
export function exactNumber(amount: Vnd): number {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new RangeError('an amount beyond 2^53 đồng');
  return number;
}

/** `1.234.567 đ`: the way lists and forms show money. The minus is the typographic one (U+2212). */
export function formatVnd(amountVnd: Vnd): string {
  return `${formatInteger(amountVnd)} đ`;
}

/** `1.234.567`, with a typographic minus: an integer grouped the Vietnamese way. */
export function formatInteger(value: bigint | number): string {
  const digits = (value < 0 ? -value : value).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return value < 0 ? `−${digits}` : digits;
}
