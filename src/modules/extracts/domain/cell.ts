import type { BusinessDate } from '../../../kernel/dates.ts';

/** A cell as the workbook holds it: text, a number, or a day where the cell is styled as a date. Empty is undefined. */
export type Cell = string | number | { readonly day: BusinessDate } | undefined;

/** A row that holds something. `number` counts from 1 as in Excel; cell 0 is column A. */
export type Row = { readonly number: number; readonly cells: readonly Cell[] };

/** The text of a cell without spaces at its ends; empty for an empty cell. A whole number loses its `.0`. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return String(cell);
  return cell.day;
}

/**
 * What a value looks like, without the value: letters as `a`, digits as `9`. A refusal can name it although the cell
 * may hold personal data.
 */
export function cellShape(cell: Cell): string {
  const kind = typeof cell === 'number' ? 'số' : typeof cell === 'string' ? 'chữ' : 'ngày';
  const shape = cellText(cell).replace(/\p{L}/gu, 'a').replace(/\d/g, '9');
  return `${kind} ${shape.length > 24 ? `${shape.slice(0, 24)}…` : shape}`;
}
