import type { Figures } from './figures.ts';

/** Figures under the names of the command line, as numbers. */
export function summaryLine(figures: Figures): Record<string, number> {
  return {
    loans: figures.loans,
    customers: figures.customers,
    groups: figures.groups,
    outstanding: Number(figures.outstandingVnd),
    in_term: Number(figures.inTermVnd),
    overdue: Number(figures.overdueVnd),
    frozen: Number(figures.frozenVnd),
    unpaid_interest: Number(figures.unpaidInterestVnd),
    disbursed_month: Number(figures.disbursedMonthVnd),
    collected_month: Number(figures.collectedMonthVnd),
    interest_month: Number(figures.interestMonthVnd),
  };
}
