import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatInteger, formatVnd } from '../../../kernel/money.ts';
import { isChangeList, LISTS, type ListName } from './list-names.ts';

/** What stands above the rows of a file: what was asked for, of where, at which date, from where, and the sums [PF75]. */
export type FileHead = {
  readonly title: string;
  readonly place: string;
  readonly dataDate: BusinessDate;
  readonly comparedDate: BusinessDate | null;
  /** The filters in words. */
  readonly filters: readonly string[];
  readonly sums: string;
  readonly source: string;
};

/** The lines of a head, the title first. */
export function headLines(head: FileHead): string[] {
  const { title, place, dataDate, comparedDate, filters, sums, source } = head;
  const compared = comparedDate === null ? '' : `, so với ngày ${formatDate(comparedDate)}`;
  return [
    title,
    place,
    `Số liệu ngày ${formatDate(dataDate)}${compared}`,
    filters.length === 0 ? 'Không lọc' : `Lọc: ${filters.join('; ')}`,
    sums,
    `Nguồn: ${source}`,
  ];
}

/** The file that loans are read from. */
export const LOAN_SOURCE = 'Báo cáo 31 của NHCSXH';

/** No file holds more rows: an office has 30,000 loans. */
export const MOST_FILE_ROWS = 50_000;

/** What the loans of a list hold together, as a line. */
export function loanSums(
  list: ListName | undefined,
  totals: {
    readonly loans: number;
    readonly customers: number;
    readonly weightVnd: bigint | null;
    readonly outstandingVnd: bigint;
    readonly unpaidInterestVnd: bigint;
  },
): string {
  const amount = list === undefined ? null : LISTS[list].amount;
  const weight = totals.weightVnd ?? 0n;
  const isShownAnyway = amount === null || amount === 'Dư nợ' || amount === 'Lãi tồn';
  const sign = list !== undefined && isChangeList(list) && weight > 0n ? '+' : '';
  const weightText = list === 'customers_changed' ? formatInteger(weight) : formatVnd(weight);
  return [
    `${formatInteger(totals.loans)} món của ${formatInteger(totals.customers)} khách hàng`,
    ...(isShownAnyway ? [] : [`${amount.toLocaleLowerCase('vi')} ${sign}${weightText}`]),
    `dư nợ ${formatVnd(totals.outstandingVnd)}`,
    `lãi tồn ${formatVnd(totals.unpaidInterestVnd)}`,
  ].join(', ');
}

/** What is said where a file ends before its list of so many rows does; nothing where it holds all. */
export function shortfall(rows: number): string {
  return rows <= MOST_FILE_ROWS ? '' : `. Tệp chỉ có ${formatInteger(MOST_FILE_ROWS)} dòng đầu`;
}
