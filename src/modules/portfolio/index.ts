/** The door of the portfolio: what other modules and the command line may call. */
export { checkInterest } from './check-interest.ts';
export { countLists } from './count-lists.ts';
export { rateOfPercent, type Segment, simpleInterest } from './domain/interest.ts';
export { LIST_NAMES, type ListName } from './domain/list-names.ts';
export { listDataDates } from './list-data-dates.ts';
export { listLoans } from './list-loans.ts';
export { publishImport } from './publish-import.ts';
export { reconcile } from './reconcile.ts';
export { showSummary } from './show-summary.ts';
export { undoImport } from './undo-import.ts';
