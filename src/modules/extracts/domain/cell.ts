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

/** So many digits together may be a citizen's number (9 or 12) or a phone (10), also in a cell of another column. */
const PERSONAL_DIGITS = /\d{9}|^0\d{2,3}[ .-]?\d{3}[ .-]?\d{3,4}$/;

/**
 * What a cell holds, as a refusal can say it: numbers and days as they stand, so that the cell is found and mended; but of
 * a text with letters only how long it is, and digits that may be of a person as `9`.
 *
 * @param isPersonal true where the column tells of a person: its digits are never shown
 */
export function cellShape(cell: Cell, isPersonal: boolean): string {
  const text = cellText(cell);
  if (text === '') return 'để trống';
  if (typeof cell === 'object') return 'là một ngày';
  if (/\p{L}/u.test(text)) return `ghi chữ (${text.length} ký tự)`;
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  if (!isPersonal && !PERSONAL_DIGITS.test(text)) return `ghi “${shown}”`;
  return `ghi “${shown.replace(/\d/g, '9')}” (mỗi số 9 thay một chữ số)`;
}

const SHOWN = 24;
