import { type BusinessDate, daysBetween, formatDate } from '../../kernel/dates.ts';
import { formatInteger, formatVnd, roundHalfUp, type Vnd } from '../../kernel/money.ts';

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
  if (size >= 999_950_000n) return { value: decimal(amountVnd, THOUSAND_MILLION, 3), unit: 'tỷ' };
  if (size >= MILLION) return { value: decimal(amountVnd, MILLION, 1), unit: 'triệu' };
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
 * @param places digits after the comma, when the whole column shows them
 */
export function formatMillions(amountVnd: Vnd, places: 0 | 1 = 0): string {
  if (amountVnd === 0n) return '0';
  const size = amountVnd < 0n ? -amountVnd : amountVnd;
  if (size < 50_000n) return amountVnd < 0n ? '−<0,1' : '<0,1';
  return decimal(amountVnd, MILLION, size < 500_000n ? 1 : places);
}

/** The same with its sign always shown: `+1.240`, `−828`, `0`. */
export function formatMillionsSigned(amountVnd: Vnd): string {
  return amountVnd > 0n ? `+${formatMillions(amountVnd)}` : formatMillions(amountVnd);
}

/** A count with its sign always shown: `+7`, `−3`, `0`. */
export function formatSigned(value: number | bigint): string {
  return value > 0 ? `+${formatInteger(value)}` : formatInteger(value);
}

/**
 * A share in hundredths of a percent, rounded half up: 300 of 18.819 is 159. Undefined when there is no whole to
 * take a share of: unknown is not zero.
 */
export function shareInHundredths(part: bigint, whole: bigint): number | undefined {
  if (whole <= 0n || part < 0n) return undefined;
  return Number(roundHalfUp(part * 10_000n, whole));
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

/** `1,6` from 159 hundredths: a cell of a heat grid, one place, `0` for zero, never 0 for what is not. */
export function formatTenths(hundredths: number): string {
  if (hundredths === 0) return '0';
  const tenths = Math.max(1, Math.round(hundredths / 10));
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

/** A rate of `bps` basis points per year as people say it: 792 is `7,92%/năm`, 660 is `6,6%/năm`. */
export function formatRate(bpsPerYear: number): string {
  return `${dropZeros(formatHundredths(bpsPerYear))}%/năm`;
}

/** `10/2026`. */
export function formatMonth(date: BusinessDate): string {
  return `${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `Số liệu 31/10/2026, cũ 22 ngày`; without the age on the day itself. */
export function formatAge(dataDate: BusinessDate, today: BusinessDate): string {
  const days = daysBetween(dataDate, today);
  return days > 0
    ? `Số liệu ${formatDate(dataDate)}, cũ ${formatInteger(days)} ngày`
    : `Số liệu ${formatDate(dataDate)}`;
}

/** `0399 000 121`: a telephone number in groups; other lengths as they are. */
export function formatPhone(phone: string): string {
  return /^\d{10}$/.test(phone) ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone;
}

/** `08:12 ngày 03/11/2026`, in Vietnam's time, from an ISO moment. */
export function formatMoment(iso: string): string {
  const local = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}

/** The word for a change: `tăng 252 triệu`, `giảm 1,6 triệu`, `không đổi`. The amount is given without its sign. */
export function changeWords(direction: -1 | 0 | 1, amount: string): string {
  if (direction === 0) return 'không đổi';
  return `${direction > 0 ? 'tăng' : 'giảm'} ${amount}`;
}

/** {@link changeWords} of money. */
export function moneyChange(differenceVnd: Vnd): string {
  const size = differenceVnd < 0n ? -differenceVnd : differenceVnd;
  return changeWords(directionOf(differenceVnd), formatShort(size));
}

/** −1, 0 or 1. */
export function directionOf(difference: bigint | number): -1 | 0 | 1 {
  if (difference > 0) return 1;
  return difference < 0 ? -1 : 0;
}

export { formatInteger, formatVnd };

/** `amount / unit` with at most `places` digits after the comma, rounded half away from zero. */
function decimal(amount: bigint, unit: bigint, places: number): string {
  const size = amount < 0n ? -amount : amount;
  const scale = 10n ** BigInt(places);
  const scaled = roundHalfUp(size * scale, unit);
  const whole = formatInteger(scaled / scale);
  const fraction = (scaled % scale).toString().padStart(places, '0');
  const text = places === 0 ? whole : dropZeros(`${whole},${fraction}`);
  return amount < 0n ? `−${text}` : text;
}

function dropZeros(text: string): string {
  return text.replace(/,?0+$/, (zeros) => (text.includes(',') ? '' : zeros));
}
