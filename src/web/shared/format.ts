import { type BusinessDate, daysBetween, formatDate } from '../../kernel/dates.ts';
import { formatMoment as momentText } from '../../kernel/moment.ts';
import { formatInteger, formatVnd, roundHalfUp, type Vnd } from '../../kernel/money.ts';
import { formatMillions, formatShort } from '../../kernel/quantity.ts';

export {
  formatHundredths,
  formatMillions,
  formatPercent,
  formatRate,
  formatShort,
  type Quantity,
  quantityOf,
} from '../../kernel/quantity.ts';

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

/** `1,6` from 159 hundredths: a cell of a heat grid, one place, `0` for zero, never 0 for what is not. */
export function formatTenths(hundredths: number): string {
  if (hundredths === 0) return '0';
  const tenths = Math.max(1, Math.round(hundredths / 10));
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
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
  return momentText(new Date(iso));
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
