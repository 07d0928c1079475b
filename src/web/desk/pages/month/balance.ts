import type { MonthWithFigures } from './month.ts';

/** About what the parts of the page take, in pixels: a section's head, a named list, a row of two lines, of one. */
const HEAD = 56;
const GROUP = 40;
const TALL_ROW = 60;
const ROW = 44;

/** The rows that the parts of the page beside each other show. */
export type RowCounts = {
  readonly watchedLists: number;
  readonly watchedRows: number;
  readonly sessions: number;
  readonly silentLoans: number;
};

/**
 * Where the loans without a transaction stand so that the two columns end nearest to each other: under what to watch,
 * or under the sessions.
 */
export function silentSide({ watchedLists, watchedRows, sessions, silentLoans }: RowCounts): 'watch' | 'due' {
  const watch = HEAD + watchedLists * GROUP + watchedRows * TALL_ROW;
  const due = HEAD + (sessions + 1) * ROW;
  const silent = silentLoans === 0 ? 0 : HEAD + silentLoans * TALL_ROW;
  return Math.abs(watch + silent - due) < Math.abs(watch - due - silent) ? 'watch' : 'due';
}

/** The counts of a month; each list shows only its first loans. */
export function rowCounts(
  month: Pick<MonthWithFigures, 'lists' | 'dueBySession' | 'now'>,
  shown: { readonly lists: readonly string[]; readonly perList: number; readonly silent: number },
): RowCounts {
  const watched = month.lists.filter(({ list, loans }) => shown.lists.includes(list) && loans > 0);
  return {
    watchedLists: watched.length,
    watchedRows: watched.reduce((rows, { loans }) => rows + Math.min(shown.perList, loans), 0),
    sessions: month.dueBySession.length,
    silentLoans: Math.min(shown.silent, month.now.inactiveLoans),
  };
}
