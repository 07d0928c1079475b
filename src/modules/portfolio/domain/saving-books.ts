import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';

/** What a savings book held at a date. */
type SavingAtDate = { readonly dataDate: BusinessDate; readonly balanceVnd: Vnd };

/** A savings book as the shown date knows it, and over all dates, oldest first. */
export type SavingBook = {
  readonly customerCode: string;
  readonly bookNo: string;
  /** Null where the files of the shown date do not name the book: missing, not zero. */
  readonly balanceVnd: Vnd | null;
  /** At the newest date before the shown one that names the book. */
  readonly before: SavingAtDate | null;
  readonly dates: SavingAtDate[];
};

/** The books of a history at the shown date; a book first named later is left out. */
export function savingBooksOn(
  history: readonly (SavingAtDate & { readonly customerCode: string; readonly bookNo: string })[],
  shownOn: BusinessDate,
): SavingBook[] {
  return [...new Set(history.map((row) => row.bookNo))].flatMap((bookNo) => {
    const rows = history.filter((row) => row.bookNo === bookNo);
    const dates = rows
      .map(({ dataDate, balanceVnd }) => ({ dataDate, balanceVnd }))
      .sort((a, b) => (a.dataDate < b.dataDate ? -1 : 1));
    const known = dates.filter((date) => date.dataDate <= shownOn);
    const before = known.filter((date) => date.dataDate < shownOn).at(-1) ?? null;
    const [first] = rows;
    if (first === undefined || known.length === 0) return [];
    const balanceVnd = known.find((date) => date.dataDate === shownOn)?.balanceVnd ?? null;
    return [{ customerCode: first.customerCode, bookNo, balanceVnd, before, dates }];
  });
}
