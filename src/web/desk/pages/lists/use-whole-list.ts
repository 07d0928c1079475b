import { useEffect, useRef, useState } from 'react';
import type { InputOf, Operation, OutputOf } from '../../../../kernel/contract.ts';
import { call } from '../../../shared/api/call.ts';

/** What one printing holds at most: some 180 pages of A4. More is a workbook's business. */
export const MOST_PRINTED_ROWS = 5_000;

/** What one question asks for when all rows are fetched. */
const ROWS_A_QUESTION = 500;

/** The printing of a whole list: nothing asked for, on its way, ready on the page, more than paper should hold, failed. */
export type Printing<Row> =
  | { readonly state: 'idle' }
  | { readonly state: 'fetching'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly rows: readonly Row[] }
  | { readonly state: 'tooLong'; readonly total: number }
  | { readonly state: 'failed'; readonly error: unknown };

/** A list that is read page by page. */
type Listed<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/**
 * Fetches every row of a list, puts them on the page and opens the browser's printing; afterwards they are
 * gone again. `total` is how many there are, unknown until the first page is read, and then nothing is
 * printed; above {@link MOST_PRINTED_ROWS} nothing is fetched.
 */
export function useWholeList<Op extends Operation, Row>(
  operation: Op,
  input: InputOf<Op>,
  of: { readonly total: number | undefined; readonly rowsOf: (page: OutputOf<Op>) => Listed<Row> },
): { readonly printing: Printing<Row>; readonly print: () => void; readonly close: () => void } {
  const [printing, setPrinting] = useState<Printing<Row>>({ state: 'idle' });
  // A page that was left, or asked again, does not open the printing of the list before.
  const asked = useRef(0);
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  const close = () => setPrinting({ state: 'idle' });
  useEffect(() => {
    if (printing.state !== 'ready') return;
    window.print();
    setPrinting({ state: 'idle' });
  }, [printing]);
  const print = async () => {
    const { total, rowsOf } = of;
    if (total === undefined) return;
    if (total > MOST_PRINTED_ROWS) return setPrinting({ state: 'tooLong', total });
    asked.current += 1;
    const mine = asked.current;
    const tell = (next: Printing<Row>) => (asked.current === mine ? setPrinting(next) : undefined);
    tell({ state: 'fetching', done: 0, total });
    try {
      const rows: Row[] = [];
      for (let cursor: string | null | undefined; cursor !== null && rows.length <= MOST_PRINTED_ROWS; ) {
        const place = cursor === undefined ? {} : { cursor };
        const page = rowsOf(await call(operation, { ...input, limit: ROWS_A_QUESTION, ...place }));
        rows.push(...page.rows);
        cursor = page.next;
        tell({ state: 'fetching', done: rows.length, total });
      }
      tell({ state: 'ready', rows });
    } catch (error) {
      tell({ state: 'failed', error });
    }
  };
  return { printing, print: () => void print(), close };
}
