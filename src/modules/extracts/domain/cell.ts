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
 * What a cell looks like, without its value: digits as `9`, of a text with letters only how long it is. A refusal can
 * say it although the cell may hold personal data.
 */
export function cellShape(cell: Cell): string {
  const text = cellText(cell);
  if (text === '') return 'để trống';
  if (typeof cell === 'object') return 'là một ngày';
  if (/\p{L}/u.test(text)) return `ghi chữ (${text.length} ký tự)`;
  const digits = text.replace(/\d/g, '9');
  return `ghi “${digits.length > 24 ? `${digits.slice(0, 24)}…` : digits}” (mỗi số 9 thay một chữ số)`;
}
