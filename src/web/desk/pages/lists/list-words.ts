import { isChangeList, LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { formatInteger, formatShort, formatSigned } from '../../../shared/format.ts';

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

/**
 * What a list adds up of one loan or part, as a table shows it; on lists of what changed with its sign.
 *
 * @param amountWords how the table writes money: with its unit or bare; customers have none
 */
export function weightText(
  list: ListName,
  weightVnd: bigint,
  amountWords: (amountVnd: bigint) => string = formatInteger,
): string {
  if (list === 'customers_changed') return formatSigned(weightVnd);
  return `${isChangeList(list) && weightVnd > 0n ? '+' : ''}${amountWords(weightVnd)}`;
}

/** How many loans and how much, as a sentence without its end: `12 món của 11 khách hàng, dư nợ 434 triệu`. */
export function totalsWords(
  list: ListName | undefined,
  totals: Sums & { readonly loans: number; readonly customers: number },
): string {
  const loans = `${formatInteger(totals.loans)} món của ${formatInteger(totals.customers)} khách hàng`;
  return `${loans}, ${amountText(list, totals)}`;
}
