import { LOAN_SORTS } from '../../modules/portfolio/contract.ts';

/** What `tt` may be in the address of a list: the state of a loan. */
export const STATUSES = ['open', 'inTerm', 'overdue', 'frozen', 'closed', 'all'] as const;

/** What `lienlac` may be, and what it means. */
export const REACHES = { duoc: 'reachable', khong: 'unreachable' } as const;

/** What `xep` may be: what a list is ordered by. */
export const SORTS = LOAN_SORTS;
