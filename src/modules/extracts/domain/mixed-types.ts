import type { Cell } from './cell.ts';

/** Where a column of one type holds a cell of the other [D5]. */
export type MixedCell = { readonly column: string; readonly row: number; readonly is: 'number' | 'text' };

/** What is written in a column as number and what as text, with the first rows of each. */
export type ColumnTypes = {
  texts: number;
  numbers: number;
  readonly textRows: number[];
  readonly numberRows: number[];
};

/** A column that has this many of both is of both types, and further rows need not be listed. */
const LISTED_PER_COLUMN = 2_000;

/** Nothing seen yet. */
export function noTypes(): ColumnTypes {
  return { texts: 0, numbers: 0, textRows: [], numberRows: [] };
}

/** Counts a cell that is not empty. */
export function seeType(types: ColumnTypes, row: number, cell: Cell): void {
  if (typeof cell === 'number') {
    types.numbers += 1;
    if (types.numberRows.length < LISTED_PER_COLUMN) types.numberRows.push(row);
  } else if (typeof cell === 'string' && cell.trim() !== '') {
    types.texts += 1;
    if (types.textRows.length < LISTED_PER_COLUMN) types.textRows.push(row);
  }
}

/** The cells of the rarer type; none where the column has one type only. */
export function mixedCells(column: string, types: ColumnTypes): MixedCell[] {
  if (types.texts === 0 || types.numbers === 0) return [];
  const is = types.texts < types.numbers ? 'text' : 'number';
  const rows = is === 'text' ? types.textRows : types.numberRows;
  return rows.map((row): MixedCell => ({ column, row, is }));
}
