import type { BusinessDate } from '../../../kernel/dates.ts';

/** A day that the workbook stores as a number with a date style (1900 or 1904 system). A time of day is dropped. */
export type CellDay = { readonly day: BusinessDate };

/**
 * A cell as it stands: text, a number, or a day. `undefined` is an empty cell, or a column that is not decoded.
 * A formula gives its stored result, a boolean 1 or 0. An error such as `#N/A` is given as that text, so that
 * typing can name it as a fault instead of taking it for an empty cell. An empty text is `undefined`.
 */
export type Cell = string | number | CellDay | undefined;

/**
 * A row with at least one cell that is not empty; columns behind AMJ (1,024) are not decoded. `number` is the
 * workbook's own, from 1; index 0 of `cells` is column A.
 */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** Tells a day from text and numbers. */
export function isCellDay(cell: Cell): cell is CellDay {
  return typeof cell === 'object';
}

/** The letters of a column: 0 is A, 25 is Z, 26 is AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
