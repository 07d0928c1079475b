import { formatInteger, roundHalfUp, type Vnd } from './money.ts';

/** A number with its unit apart, as headings set the unit smaller. */
export type Quantity = { readonly value: string; readonly unit: string };

const THOUSAND_MILLION = 1_000_000_000n;
const MILLION = 1_000_000n;

/**
 * Money as headings show it: `18,819 tỷ`, `208,4 triệu`, and below one million the whole amount in đồng.
 * Rounded half away from zero to three places of tỷ or one of triệu; zeros at the end are dropped.
 */
export function quantityOf(amountVnd: Vnd): Quantity {
  const size = amountVnd < 0n ? -amountVnd : amountVnd;
  // From 999,95 triệu on, one place would read "1.000 triệu".
  if (size >= 999_950_000n) return { value: dropZeros(decimal(amountVnd, THOUSAND_MILLION, 3)), unit: 'tỷ' };
  if (size >= MILLION) return { value: dropZeros(decimal(amountVnd, MILLION, 1)), unit: 'triệu' };
  return { value: formatInteger(amountVnd), unit: 'đ' };
}

/** {@link quantityOf} in one text: `18,819 tỷ`. */
export function formatShort(amountVnd: Vnd): string {
  const { value, unit } = quantityOf(amountVnd);
  return `${value} ${unit}`;
}

/**
 * Money in a column headed "Triệu đồng": `18.567`, `0` for none. What is not zero is never shown as 0: below half
 * a million it gets one place, below a tenth of that it says `<0,1`.
 *
 * @param places digits after the comma, when the whole column shows them: then also zeros, so that the commas stand in one line
 */
export function formatMillions(amountVnd: Vnd, places: 0 | 1 = 0): string {
  if (amountVnd === 0n) return '0';
  const size = amountVnd < 0n ? -amountVnd : amountVnd;
  if (size < 50_000n) return amountVnd < 0n ? '−<0,1' : '<0,1';
  return decimal(amountVnd, MILLION, size < 500_000n ? 1 : places);
}

/** `1,59%` from 159 hundredths; `0%` for zero. */
export function formatPercent(hundredths: number): string {
  return hundredths === 0 ? '0%' : `${formatHundredths(hundredths)}%`;
}

/** `1,59` from 159; always two places. */
export function formatHundredths(hundredths: number): string {
  const size = Math.abs(hundredths);
  const text = `${formatInteger(Math.floor(size / 100))},${String(size % 100).padStart(2, '0')}`;
  return hundredths < 0 ? `−${text}` : text;
}

/** A rate of `bps` basis points per year as people say it: 792 is `7,92%/năm`, 660 is `6,6%/năm`. */
export function formatRate(bpsPerYear: number): string {
  return `${dropZeros(formatHundredths(bpsPerYear))}%/năm`;
}

function decimal(amount: bigint, unit: bigint, places: number): string {
  const size = amount < 0n ? -amount : amount;
  const scale = 10n ** BigInt(places);
  const scaled = roundHalfUp(size * scale, unit);
  const whole = formatInteger(scaled / scale);
  const fraction = (scaled % scale).toString().padStart(places, '0');
  const text = places === 0 ? whole : `${whole},${fraction}`;
  return amount < 0n ? `−${text}` : text;
}

/** `6,6` from `6,60`, `18` from `18,000`: zeros behind the comma say nothing; zeros of a whole number stay. */
export function dropZeros(text: string): string {
  return text.replace(/,?0+$/, (zeros) => (text.includes(',') ? '' : zeros));
}
