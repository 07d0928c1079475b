import { formatDate } from '../../kernel/dates.ts';
import type { TableTop, TableWriter, WrittenCell, WrittenRow } from './table-sheet.ts';

/**
 * What a spreadsheet may run: a sign of a formula, in either width, also after blanks and characters that are not seen,
 * which it leaves out; and a beginning that it takes for the next cell or row.
 */
const FORMULA_START = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n\0])/u;
const NEEDS_QUOTES = /[",;\n\r]/;

/**
 * A table as CSV, for programs. Parted by semicolons, because a spreadsheet in Vietnamese reads the comma as the
 * decimal sign and would put a whole row into one cell. A byte order mark says that the letters are UTF-8; there is no
 * line `sep=`, because with it Excel no longer heeds the mark. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it [PF40].
 */
export function csvWriter({ head, columns }: TableTop): TableWriter {
  const above = [...head.map((line) => [line]), columns.map(({ heading }) => heading)];
  const pieces = [Buffer.from(`\uFEFF${linesOf(above)}`, 'utf8')];
  return {
    add: (rows) => {
      const shownRows = rows.map((row) => row.map((cell, index) => shown(cell, columns[index]?.kind)));
      pieces.push(Buffer.from(linesOf(shownRows), 'utf8'));
    },
    end: () => Buffer.concat(pieces),
  };
}

function linesOf(rows: readonly WrittenRow[]): string {
  return rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('');
}

function shown(cell: WrittenCell, kind: TableTop['columns'][number]['kind'] | undefined): WrittenCell {
  return kind === 'date' && cell !== null ? formatDate(cell as Parameters<typeof formatDate>[0]) : cell;
}

function cellText(cell: WrittenCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.toString();
  const harmless = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
