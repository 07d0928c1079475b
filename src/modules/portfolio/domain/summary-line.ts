import { exactNumber } from '../../../kernel/money.ts';
import type { Figures } from './figures.ts';

/** Figures under the names of the command line, as numbers. */
export function summaryLine(figures: Figures): Record<string, number> {
  return {
    loans: figures.loans,
    customers: figures.customers,
    groups: figures.groups,
    outstanding: exactNumber(figures.outstandingVnd),
    in_term: exactNumber(figures.inTermVnd),
    overdue: exactNumber(figures.overdueVnd),
    frozen: exactNumber(figures.frozenVnd),
    unpaid_interest: exactNumber(figures.unpaidInterestVnd),
    disbursed_month: exactNumber(figures.disbursedMonthVnd),
    collected_month: exactNumber(figures.collectedMonthVnd),
    interest_month: exactNumber(figures.interestMonthVnd),
  };
}
