/** What a cell may hold; amounts and counts are numbers, everything else text. */
export type CsvCell = string | bigint | number | null;

const FORMULA_START = /^[=+\-@\t\r\n]/;
const NEEDS_QUOTES = /[",;\n\r]/;

/**
 * Rows as CSV (RFC 4180, with a byte order mark so that spreadsheets read Vietnamese). A text that a spreadsheet
 * would run as a formula gets an apostrophe before it [PF40].
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.toString();
  const harmless = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
