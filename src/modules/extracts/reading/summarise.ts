import type { BatchSummary } from '../domain/batch-reading.ts';
import type { Report31 } from '../domain/finish-report31.ts';
import type { Examined } from './examine-file.ts';
import type { Reading } from './reading-state.ts';

/** The summary of a batch; how long it took and whether the office is new are known outside the thread. */
export function summarise(
  { faults }: Reading,
  report31: Report31,
  examined: readonly Examined[],
): BatchSummary {
  const { counts, communes, savings, office } = report31;
  const sum = (pick: (commune: (typeof communes)[number]) => bigint) =>
    communes.reduce((total, commune) => total + pick(commune), 0n);
  return {
    office: { ...(office ?? { code: '', name: '', branchCode: '' }), isNew: false },
    rows: {
      read: counts.rows,
      closed: counts.closed - counts.closedWithBalance,
      savingsOnly: counts.savingsOnly,
      duplicates: counts.duplicates,
      withoutBalance: counts.withoutBalance,
      loans: counts.loans,
      surplusVnd: counts.surplusVnd,
      counter: savings.counterRows,
    },
    customers: report31.customers,
    groups: report31.groupsWithBalance,
    outstandingVnd: sum((commune) => commune.outstandingVnd),
    inTermVnd: sum((commune) => commune.inTermVnd),
    overdueVnd: sum((commune) => commune.overdueVnd),
    frozenVnd: sum((commune) => commune.frozenVnd),
    savings: { books: savings.books, balanceVnd: savings.balanceVnd, internalBooks: counts.internalBooks },
    communes: communes.map((commune) => ({ ...commune })),
    faults: faults.counts(),
    rowsOfAllFiles: examined.reduce((total, { draft }) => total + (draft.rows ?? 0), 0),
    durationMs: 0,
  };
}
