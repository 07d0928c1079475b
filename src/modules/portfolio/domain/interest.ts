import { type BusinessDate, daysBetween } from '../../../kernel/dates.ts';
import { roundHalfUp, type Vnd } from '../../../kernel/money.ts';

/** An exact yearly rate as a fraction of one: 6,6 % is 66/1000. Never a float. */
export type YearlyRate = { readonly numerator: bigint; readonly denominator: bigint };

/** A balance that stands unchanged from `from` (counted) to `to` (not counted). */
export type Segment = { readonly from: BusinessDate; readonly to: BusinessDate; readonly balanceVnd: Vnd };

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** A rate from basis points: 660 is 6,6 % a year. */
export function rateOfBps(bpsPerYear: number): YearlyRate {
  return { numerator: BigInt(bpsPerYear), denominator: 10_000n };
}

/**
 * A rate from a decimal percentage as text, `9.4822`; every digit counts.
 *
 * @throws RangeError when the text is no plain decimal number
 */
export function rateOfPercent(percent: string): YearlyRate {
  const match = DECIMAL.exec(percent);
  if (!match) throw new RangeError(`no decimal percentage: ${percent}`);
  const fraction = match[2] ?? '';
  return {
    numerator: BigInt((match[1] ?? '') + fraction),
    denominator: 100n * 10n ** BigInt(fraction.length),
  };
}

/** The rate borne by overdue principal: `percent` of the contract's, 130 by default of the catalogue [PF10]. */
export function overdueRate(rate: YearlyRate, percent: bigint): YearlyRate {
  return { numerator: rate.numerator * percent, denominator: rate.denominator * 100n };
}

/**
 * Simple interest on segments of one period: balance × rate × days / `dayBasis`, summed exactly, rounded half up
 * once at the end [PF10]. Nothing is rounded between segments, so splitting a segment changes nothing.
 */
export function simpleInterest(segments: readonly Segment[], rate: YearlyRate, dayBasis: bigint): Vnd {
  const balanceDays = segments.reduce(
    (sum, segment) => sum + segment.balanceVnd * BigInt(Math.max(0, daysBetween(segment.from, segment.to))),
    0n,
  );
  return roundHalfUp(balanceDays * rate.numerator, rate.denominator * dayBasis);
}
