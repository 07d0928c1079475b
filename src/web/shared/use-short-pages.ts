import { useState } from 'react';
import { useIsNarrow } from './use-is-narrow.ts';

/** What a thumb scrolls through before it may ask for more. */
const ROWS_AT_ONCE = 10;

/**
 * The rows of a long list that are drawn: on a phone ten at a time, out of those that are there already, elsewhere all.
 *
 * @param rows those the server has answered so far
 * @param more asks the server for the next ones; undefined at the end
 * @returns the rows to draw, and what shows the next ones
 */
export function useShortPages<Row>(
  rows: readonly Row[],
  more: (() => void) | undefined,
): { readonly rows: readonly Row[]; readonly more: (() => void) | undefined } {
  const isNarrow = useIsNarrow();
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  if (!isNarrow) return { rows, more };
  const next = nextStep({ shown, there: rows.length, hasMore: more !== undefined });
  const show = () => {
    if (next === 'ask') more?.();
    setShown(shown + ROWS_AT_ONCE);
  };
  return { rows: rows.slice(0, shown), more: next === 'end' ? undefined : show };
}

/**
 * What comes after the rows that are drawn: `show` those that are there, `ask` the server for more, or nothing at the `end`.
 * The server is asked as soon as all are drawn that it gave.
 */
export function nextStep({
  shown,
  there,
  hasMore,
}: {
  readonly shown: number;
  readonly there: number;
  readonly hasMore: boolean;
}): 'show' | 'ask' | 'end' {
  if (shown < there) return 'show';
  return hasMore ? 'ask' : 'end';
}
