/** The door of the portfolio: what other modules and the command line may call. */
export { allContracts } from './all-contracts.ts';
export { checkEveryLoan } from './check-interest.ts';
export { NOT_CHECKABLE } from './contract-interest.ts';
export { type LoanFacts, loanFacts } from './db/loan-facts.ts';
export { publishedDates } from './db/published-dates.ts';
export { rateOfPercent, type Segment, simpleInterest } from './domain/interest.ts';
export { LIST_NAMES, type ListName } from './domain/list-names.ts';
export { previewNotes } from './domain/preview-notes.ts';
export { summaryLine } from './domain/summary-line.ts';
export { listLoans } from './list-loans.ts';
export { previewImport } from './preview-import.ts';
export { publishBatchJob } from './publish-batch-job.ts';
export { publishImport } from './publish-import.ts';
export { reconcile } from './reconcile.ts';
export { PORTFOLIO_REFUSALS } from './refusals.ts';
export { showCommuneMonth } from './show-commune-month.ts';
export { isKnownKey, showSummary } from './show-summary.ts';
export { undoImport } from './undo-import.ts';
