import { formatInteger } from '../../../kernel/money.ts';

/** What head office's measures are called, in the order in which a person reads a line of them. */
export const MEASURE_WORDS: Readonly<Record<string, string>> = {
  outstanding: 'Dư nợ',
  in_term: 'Trong hạn',
  overdue: 'Quá hạn',
  frozen: 'Khoanh',
  short: 'Dư nợ ngắn hạn',
  medium: 'Dư nợ trung hạn',
  long: 'Dư nợ dài hạn',
  lending_month: 'Cho vay trong tháng',
  lending_year: 'Cho vay trong năm',
  collected_month: 'Thu nợ trong tháng',
  collected_year: 'Thu nợ trong năm',
  interest_month: 'Thu lãi trong tháng',
  written_off_month: 'Xóa nợ trong tháng',
  written_off_year: 'Xóa nợ trong năm',
  customers: 'Số khách hàng',
  groups: 'Số tổ',
  turns: 'Lượt vay trong năm',
  savings: 'Tiết kiệm 105',
};

/** Measures that count pieces, with what they count; all others are đồng. */
const COUNTED: Readonly<Record<string, string>> = { customers: 'khách hàng', groups: 'tổ', turns: 'lượt' };

/** True for a measure that counts pieces, false for one of đồng. */
export function isCounted(measure: string): boolean {
  return Object.hasOwn(COUNTED, measure);
}

/** A difference of a measure with its sign and its unit: `+1.000.000 đ`, `−2 khách hàng`, `0 đ`. */
export function differenceText(measure: string, difference: bigint): string {
  return `${difference > 0n ? '+' : ''}${formatInteger(difference)} ${COUNTED[measure] ?? 'đ'}`;
}
