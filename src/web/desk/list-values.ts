import { LOAN_SORTS } from '../../modules/portfolio/contract.ts';

/** What `tt` may be in the address of a list: the state of a loan. */
export const STATUSES = ['open', 'inTerm', 'overdue', 'frozen', 'closed', 'all'] as const;

/** What `lienlac` may be, and what it means. */
export const REACHES = { duoc: 'reachable', khong: 'unreachable' } as const;

/** What `kiemtra` may be, and what it means. */
export const CHECKS = { co: 'told', chua: 'untold' } as const;

/** What `kiemtraluc` may be: a moment as the server writes it; undefined for any other text. */
export function momentOf(text: string | undefined): string | undefined {
  return text !== undefined &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}

/** What `xep` may be: what a list is ordered by. */
export const SORTS = LOAN_SORTS;
