import { formatDate } from '../../../../kernel/dates.ts';
import { isChangeList, LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { formatInteger, formatShort, formatSigned } from '../../../shared/format.ts';
import type { ListFilter } from '../../paths.ts';

/** Sums of a list or of a part of it. */
type Sums = { readonly weightVnd: bigint | null; readonly outstandingVnd: bigint };

/** The heading of what a list adds up, where its loans do not show it as their balance or unpaid interest already. */
export function amountHeading(list: ListName | undefined): string | undefined {
  const amount = list === undefined ? undefined : LISTS[list].amount;
  return amount === 'Dư nợ' || amount === 'Lãi tồn' ? undefined : amount;
}

/** What a list adds up, as part of a sentence: `thu nợ 128 triệu`, `thay đổi −12,5 triệu`. */
export function amountText(list: ListName | undefined, { weightVnd, outstandingVnd }: Sums): string {
  if (list === undefined || weightVnd === null) return `dư nợ ${formatShort(outstandingVnd)}`;
  if (list === 'customers_changed') return `${formatSigned(weightVnd)} hộ`;
  const sign = isChangeList(list) && weightVnd > 0n ? '+' : '';
  return `${LISTS[list].amount.toLocaleLowerCase('vi')} ${sign}${formatShort(weightVnd)}`;
}

/** Filters of an address that no field of the page shows, in words. */
export function hiddenFilters(filter: ListFilter): readonly string[] {
  const { tu, den, lienlac, kh } = filter;
  const days =
    tu === undefined && den === undefined
      ? []
      : [tu === den && tu !== undefined ? `ngày ${formatDate(tu)}` : between(tu, den)];
  return [
    ...days,
    ...(lienlac === 'duoc' ? ['liên lạc được'] : []),
    ...(lienlac === 'khong' ? ['chưa liên lạc được'] : []),
    ...(kh === undefined ? [] : [`khách hàng ${kh}`]),
  ];
}

function between(tu: ListFilter['tu'], den: ListFilter['den']): string {
  const from = tu === undefined ? '' : `từ ${formatDate(tu)}`;
  const to = den === undefined ? '' : `đến ${formatDate(den)}`;
  return `${from} ${to}`.trim();
}

/** What a list adds up of one loan or part, as a table shows it. */
export function weightText(list: ListName, weightVnd: bigint): string {
  return isChangeList(list) ? formatSigned(weightVnd) : formatInteger(weightVnd);
}
