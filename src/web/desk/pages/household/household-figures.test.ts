import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { FIGURES, figuresOf, headLoanOf, loansBehind } from './household-figures.ts';
import type { LoanDetail } from './timeline.ts';

const loan = (values: Partial<LoanDetail>) =>
  ({
    isClosed: false,
    outstandingVnd: 0n,
    overdueVnd: 0n,
    frozenVnd: 0n,
    unpaidInterestVnd: 0n,
    dueOnSession: null,
    lastTransactionOn: null,
    ...values,
  }) as LoanDetail;

const SETTLED = loan({ isClosed: true, lastTransactionOn: day('2026-09-05') });
const OPEN = loan({ outstandingVnd: 80_000_000n });
const FROZEN = loan({ outstandingVnd: 9n, frozenVnd: 9n });
const OVERDUE = loan({ outstandingVnd: 7n, overdueVnd: 7n });

test('the head names the worst open loan, a settled one only where nothing is owed', () => {
  expect(headLoanOf([SETTLED, OPEN])).toBe(OPEN);
  expect(headLoanOf([SETTLED, OPEN, FROZEN])).toBe(FROZEN);
  expect(headLoanOf([SETTLED, OPEN, FROZEN, OVERDUE])).toBe(OVERDUE);
  expect(headLoanOf([SETTLED])).toBe(SETTLED);
  expect(headLoanOf([])).toBeUndefined();
});

test('the last transaction is that of any loan, the sums those of the open ones', () => {
  expect(figuresOf({ loans: [SETTLED], savings: [] }).lastTransactionOn).toBe('2026-09-05');
  expect(figuresOf({ loans: [SETTLED, OPEN], savings: [] })).toMatchObject({
    openLoans: 1,
    outstandingVnd: 80_000_000n,
    lastTransactionOn: '2026-09-05',
  });
});

test('savings are those of the shown date; a book its files do not name adds nothing', () => {
  const book = { customerCode: '4800000001', before: null, dates: [] };
  const savings = [
    { ...book, bookNo: '1', balanceVnd: 1_160_000n },
    { ...book, bookNo: '2', balanceVnd: null },
  ];
  expect(figuresOf({ loans: [], savings })).toMatchObject({ savingsVnd: 1_160_000n, savingBooks: 1 });
});

test('each figure of the head counts the loans that it opens, no more and no fewer', () => {
  const dueOnSession = day('2026-12-12');
  const owned = {
    loans: [
      loan({
        outstandingVnd: 70n,
        unpaidInterestVnd: 5n,
        dueOnSession,
        lastTransactionOn: day('2026-10-12'),
      }),
      loan({ outstandingVnd: 30n, overdueVnd: 30n, dueOnSession: day('2027-01-12') }),
      loan({ outstandingVnd: 10n, unpaidInterestVnd: 2n, dueOnSession }),
      loan({ isClosed: true, unpaidInterestVnd: 9n, lastTransactionOn: day('2026-10-20') }),
    ],
    savings: [],
  };
  const figures = figuresOf(owned);
  const sumOf = (word: 'du-no' | 'qua-han' | 'lai-ton') =>
    loansBehind(owned, word).reduce((total, one) => total + FIGURES[word].amountOf(one), 0n);
  expect(loansBehind(owned, 'du-no')).toHaveLength(figures.openLoans);
  expect([sumOf('du-no'), sumOf('qua-han'), sumOf('lai-ton')]).toEqual([
    ...[figures.outstandingVnd, figures.overdueVnd, figures.unpaidInterestVnd],
  ]);
  expect(loansBehind(owned, 'qua-han')).toHaveLength(1);
  expect(loansBehind(owned, 'den-han')).toEqual([owned.loans[0], owned.loans[2]]);
  expect(loansBehind(owned, 'giao-dich')).toEqual([owned.loans[3]]);
  expect(loansBehind({ loans: [], savings: [] }, 'den-han')).toEqual([]);
});
