import { expect, test } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { savingBooksOn } from './saving-books.ts';

const [AUGUST, SEPTEMBER, OCTOBER] = [day('2026-08-31'), day('2026-09-30'), day('2026-10-31')];
const at = (dataDate: typeof AUGUST, balanceVnd: bigint, bookNo = '105000001') => ({
  customerCode: '4800000001',
  bookNo,
  dataDate,
  balanceVnd,
});
const HISTORY = [at(AUGUST, 660_000n), at(SEPTEMBER, 1_110_000n), at(OCTOBER, 1_160_000n)];

test('a book shows the balance of the shown date and the one before it', () => {
  expect(savingBooksOn(HISTORY, OCTOBER)).toMatchObject([
    { balanceVnd: 1_160_000n, before: { dataDate: SEPTEMBER, balanceVnd: 1_110_000n } },
  ]);
  expect(savingBooksOn(HISTORY, SEPTEMBER)).toMatchObject([
    { balanceVnd: 1_110_000n, before: { dataDate: AUGUST, balanceVnd: 660_000n } },
  ]);
});

test('a book the files of the shown date do not name has no balance; one first named later is left out', () => {
  const history = [at(AUGUST, 660_000n), at(OCTOBER, 5n, '105000002')];
  expect(savingBooksOn(history, SEPTEMBER)).toMatchObject([
    { bookNo: '105000001', balanceVnd: null, before: { dataDate: AUGUST, balanceVnd: 660_000n } },
  ]);
});
