import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Sheet, SheetCell } from './sheet.ts';

/*
 * Two years of month-end files are 16 MB of workbooks and 0.3 MB here: rows of one kind of file are laid together,
 * the same loan's months after one another, and written column by column, a value that repeats the one above as `=`.
 * What hardly changes then costs hardly anything.
 */

const SAME = '=';
const EMPTY = '';
const COLUMN_BREAK = '\f';

/** What stands before the columns of one kind of file. */
type Block = {
  readonly stem: string;
  readonly header: readonly string[];
  readonly titles: Readonly<Record<string, string>>;
  readonly rows: number;
};

/** Packs sheets; `keyColumns` names for each stem the column (from 0) that identifies a row over the months. */
export function packSheets(
  sheets: readonly Sheet[],
  keyColumns: Readonly<Record<string, number>>,
): Uint8Array {
  const stems = [...new Set(sheets.map((sheet) => sheet.stem))];
  const blocks = stems.map((stem) =>
    packBlock(
      sheets.filter((sheet) => sheet.stem === stem),
      keyColumns[stem] ?? 0,
    ),
  );
  const text =
    JSON.stringify(blocks.map(({ head }) => head)) + COLUMN_BREAK + blocks.map(({ body }) => body).join('');
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

function packBlock(sheets: readonly Sheet[], keyColumn: number): { head: Block; body: string } {
  const [first] = sheets;
  if (!first) throw new Error('a block without sheets');
  const rows = sheets
    .flatMap((sheet) => sheet.rows.map((cells) => ({ dataDate: sheet.dataDate, cells })))
    .sort(
      (a, b) =>
        compare(String(a.cells[keyColumn]), String(b.cells[keyColumn])) || compare(a.dataDate, b.dataDate),
    );
  const columns = [
    rows.map(({ dataDate }) => dataDate),
    ...first.header.map((_, i) => rows.map(({ cells }) => encode(cells[i] ?? null))),
  ];
  const titles = Object.fromEntries(sheets.map((sheet) => [sheet.dataDate, sheet.title]));
  return {
    head: { stem: first.stem, header: first.header, titles, rows: rows.length },
    body: columns.map((column) => withoutRepeats(column).join('\n') + COLUMN_BREAK).join(''),
  };
}

/** The inverse of {@link packSheets}; sheets come in order of date, rows in order of their key. */
export function unpackSheets(packed: Uint8Array): Sheet[] {
  const [head, ...columns] = brotliDecompressSync(packed).toString('utf8').split(COLUMN_BREAK);
  const sheets: Sheet[] = [];
  let next = 0;
  for (const block of JSON.parse(head ?? '[]') as Block[]) {
    const own = columns
      .slice(next, next + 1 + block.header.length)
      .map((column) => withRepeats(column.split('\n')));
    next += 1 + block.header.length;
    sheets.push(...unpackBlock(block, own));
  }
  return sheets.sort((a, b) => compare(a.dataDate, b.dataDate));
}

function unpackBlock(block: Block, [dates = [], ...columns]: string[][]): Sheet[] {
  const rowsByDate = new Map<string, SheetCell[][]>(
    Object.keys(block.titles).map((dataDate) => [dataDate, []]),
  );
  for (let row = 0; row < block.rows; row++)
    rowsByDate.get(dates[row] ?? '')?.push(columns.map((column) => decode(column[row] ?? EMPTY)));
  return [...rowsByDate].map(([dataDate, rows]) => ({
    stem: block.stem,
    dataDate,
    title: block.titles[dataDate] ?? '',
    header: block.header,
    rows,
  }));
}

/** Numbers begin with `#`, so that the text `01` and the number 1 stay apart. */
function encode(cell: SheetCell): string {
  if (cell === null) return EMPTY;
  return typeof cell === 'number' ? `#${cell}` : `'${cell}`;
}

function decode(text: string): SheetCell {
  if (text === EMPTY) return null;
  return text.startsWith('#') ? Number(text.slice(1)) : text.slice(1);
}

function withoutRepeats(values: readonly string[]): string[] {
  return values.map((value, i) => (i > 0 && value === values[i - 1] ? SAME : value));
}

function withRepeats(values: readonly string[]): string[] {
  let above = EMPTY;
  return values.map((value) => {
    if (value !== SAME) above = value;
    return above;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
