import type { Cell } from './cell.ts';

/** Where a column of one kind holds cells of the other kind [D5]. */
export type MixedCell = { readonly column: string; readonly row: number; readonly is: 'number' | 'text' };

/** Counts, column by column, what is written as number and what as text. */
export type MixedTypes = {
  see(column: string, row: number, cell: Cell): void;
  /** The cells of the rarer kind, in columns that have both. */
  found(): MixedCell[];
};

/** A column that is this often of the other kind is of both, and its rows need not be listed further. */
const LISTED_PER_COLUMN = 2_000;

type Seen = { text: number; number: number; textRows: number[]; numberRows: number[] };

/** Starts counting. */
export function mixedTypes(): MixedTypes {
  const columns = new Map<string, Seen>();
  const of = (column: string): Seen => {
    const seen = columns.get(column) ?? { text: 0, number: 0, textRows: [], numberRows: [] };
    columns.set(column, seen);
    return seen;
  };
  return {
    see: (column, row, cell) => {
      const seen = of(column);
      if (typeof cell === 'number') {
        seen.number += 1;
        if (seen.numberRows.length < LISTED_PER_COLUMN) seen.numberRows.push(row);
      } else if (typeof cell === 'string' && cell.trim() !== '') {
        seen.text += 1;
        if (seen.textRows.length < LISTED_PER_COLUMN) seen.textRows.push(row);
      }
    },
    found: () =>
      [...columns].flatMap(([column, seen]) => {
        if (seen.text === 0 || seen.number === 0) return [];
        const is = seen.text < seen.number ? 'text' : 'number';
        const rows = is === 'text' ? seen.textRows : seen.numberRows;
        return rows.map((row): MixedCell => ({ column, row, is }));
      }),
  };
}
