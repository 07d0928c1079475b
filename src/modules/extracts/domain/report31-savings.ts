import type { RowKeys } from './loan-row.ts';
import { readCustomer, readPhone } from './person-row.ts';
import type { CommuneRow, Report31State } from './report31-reading.ts';

/** Books of this many digits are internal accounts of the bank's system. */
const INTERNAL_BOOK_DIGITS = 14;
const BOOK_DIGITS = 10;

/** A row without a contract is a saver's, never a loan's [D2]. */
export function addSavingsOnly(state: Report31State, keys: RowKeys): void {
  const { table, counts, sink } = state;
  counts.savingsOnly += 1;
  const { communeCode, customerCode, row } = keys;
  const outstandingVnd = table.vnd('Tổng dư nợ') ?? 0n;
  if (outstandingVnd !== 0n) table.problems.add('rowWithoutKey', { row, key: 'số khế ước' });
  addSaving(state, keys, true);
  state.savers.push({ communeCode, customerCode, values: readCustomer(table, keys, readPhone(table)) });
  sink.fault({
    code: 'D2',
    kind: 'savingsOnly',
    row,
    customerCode,
    found: `Mã xã ${communeCode || '(trống)'}`,
  });
}

/**
 * Adds the savings book of a row: each book once, however many rows repeat it [D1]. A loan's goes with its loan; that of a row without one waits
 * until the communes of the report are known.
 */
export function addSaving(state: Report31State, keys: RowKeys, isSavingsOnly: boolean): void {
  const { table, sink, counts, savings } = state;
  const book = table.code('Sổ tiết kiệm 105', BOOK_DIGITS);
  const balanceVnd = table.vnd('Số dư tiền gửi 105') ?? 0n;
  if (book === '' && balanceVnd === 0n) return;
  if (book.length === INTERNAL_BOOK_DIGITS) {
    counts.internalBooks += 1;
    return;
  }
  const { row, communeCode, customerCode, villageCode, groupCode, associationCode } = keys;
  const key = `${book} ${customerCode}`;
  const before = savings.get(key);
  if (before && before.balanceVnd !== balanceVnd)
    table.problems.add('repeatedKey', { key: 'sổ tiết kiệm', value: book, first: before.row, row });
  if (before) return;
  const values = [book, customerCode, villageCode, groupCode, associationCode, balanceVnd];
  savings.set(key, { row, balanceVnd });
  if (isSavingsOnly) state.savingsOnly.push({ communeCode, values });
  else sink.saving(communeCode, values);
}

/**
 * Where savers belong: with the loans of their commune where the report has that commune, else at the office's
 * counter, which has no code [EX18].
 */
export function savingsCommune(state: Report31State, saving: Pick<CommuneRow, 'communeCode'>): string {
  return state.communes.has(saving.communeCode) ? saving.communeCode : '';
}
