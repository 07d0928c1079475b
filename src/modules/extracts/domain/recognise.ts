import { type BusinessDate, businessDate } from '../../../kernel/dates.ts';
import { fold } from '../../../kernel/text.ts';
import { type Cell, cellText, type Row } from './cell.ts';
import { DETAIL_LIST, FILE_KINDS, type FileKind } from './file-kinds.ts';
import { canonicalHeader, normaliseHeader } from './header.ts';

/** The top of a sheet, among which its header stands: row 5 as a rule, row 10 in scoring files [EX1]. */
export const HEADER_SCAN_ROWS = 40;

/** A table with fewer columns than this is refused, unless it is a kind that has fewer [EX4]. */
export const LEAST_COLUMNS = 15;

/** Below this share of common columns two tables are not the same kind. */
const LEAST_LIKENESS = 0.5;

/** Report 31 has 175 columns, in an older shape 174; one with fewer is not whole. */
const REPORT_31_LEAST_COLUMNS = 174;

/** The columns of "Dư nợ chi tiết", which is otherwise like report 31 and not told from it by its names. */
const DETAIL_LIST_COLUMNS = 169;

/** A kind found in a sheet, with where its columns are. */
export type Recognised = {
  readonly kind: FileKind;
  readonly title: string;
  readonly headerRow: number;
  readonly columnsMatched: number;
  readonly columnsExpected: number;
  /** Column index by the kind's own name of the column, normalised. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Its columns that the sheet does not have. */
  readonly missing: readonly string[];
  /** Normalised header texts by column index: a row that repeats them is no data. */
  readonly headers: readonly (string | undefined)[];
};

/** What a sheet turned out to be. */
export type Recognition =
  | { readonly found: 'kind'; readonly as: Recognised }
  | { readonly found: 'incomplete'; readonly as: Recognised }
  | { readonly found: 'titleUnclear'; readonly title: string; readonly choices: readonly string[] }
  | { readonly found: 'unknown'; readonly columns: number; readonly title: string }
  | { readonly found: 'tooFewColumns'; readonly columns: number }
  | { readonly found: 'nothing' };

/** Tells what a sheet is by its columns, and by its title where columns cannot decide; never by a file's name. */
export function recogniseSheet(rows: readonly Row[]): Recognition {
  let best: Match | undefined;
  let widest: { row: Row; columns: number } | undefined;
  for (const row of rows.slice(0, HEADER_SCAN_ROWS)) {
    const headers = headersOf(row);
    const columns = headers.filter((header) => header !== undefined).length;
    if (columns === 0) continue;
    if (!widest || columns > widest.columns) widest = { row, columns };
    const match = bestMatch(row, headers);
    if (match && (!best || match.likeness > best.likeness)) best = match;
  }
  if (!widest) return { found: 'nothing' };
  if (best) return settle(best, titleAbove(rows, best.row.number));
  if (widest.columns < LEAST_COLUMNS) return { found: 'tooFewColumns', columns: widest.columns };
  return { found: 'unknown', columns: widest.columns, title: titleAbove(rows, widest.row.number) };
}

/** Every shape of every kind, its columns normalised once. */
const SHAPES = FILE_KINDS.flatMap((kind) =>
  kind.columns.map((columns) => ({ kind, columns, names: columns.map(normaliseHeader) })),
);

/** A row with fewer than two of these is no header of any kind. */
const KNOWN_HEADERS = new Set(SHAPES.flatMap(({ names }) => names.map(canonicalHeader)));

type Match = {
  readonly row: Row;
  readonly headers: readonly (string | undefined)[];
  readonly likeness: number;
  /** All kinds with these columns: the title decides between them. */
  readonly kinds: readonly FileKind[];
  readonly columns: readonly string[];
  readonly columnOf: ReadonlyMap<string, number>;
};

function bestMatch(row: Row, headers: readonly (string | undefined)[]): Match | undefined {
  let best: Match | undefined;
  const present = headers.filter((header) => header !== undefined).length;
  if (
    headers.filter((header) => header !== undefined && KNOWN_HEADERS.has(canonicalHeader(header))).length < 2
  )
    return undefined;
  for (const { kind, columns, names } of SHAPES) {
    const columnOf = matchColumns(headers, names);
    const likeness = columnOf.size / (columns.length + present - columnOf.size);
    if (likeness < LEAST_LIKENESS) continue;
    if (best && likeness === best.likeness && !best.kinds.includes(kind))
      best = { ...best, kinds: [...best.kinds, kind] };
    else if (!best || likeness > best.likeness)
      best = { row, headers, likeness, kinds: [kind], columns, columnOf };
  }
  return best;
}

/** Finds each expected column: by its own name first, then by an alias. No column is taken twice. */
function matchColumns(
  headers: readonly (string | undefined)[],
  names: readonly string[],
): Map<string, number> {
  const columnOf = new Map<string, number>();
  const taken = new Set<number>();
  const sameAs = [(name: string) => name, canonicalHeader];
  for (const reading of sameAs) {
    const places = new Map<string, number>();
    headers.forEach((header, i) => {
      if (header !== undefined && !taken.has(i) && !places.has(reading(header)))
        places.set(reading(header), i);
    });
    for (const name of names) {
      const place = columnOf.has(name) ? undefined : places.get(reading(name));
      if (place === undefined || taken.has(place)) continue;
      columnOf.set(name, place);
      taken.add(place);
    }
  }
  return columnOf;
}

function settle(match: Match, title: string): Recognition {
  const folded = fold(title);
  const kind =
    match.kinds.length === 1 ? match.kinds[0] : match.kinds.find((one) => one.titleSays?.test(folded));
  if (!kind) return { found: 'titleUnclear', title, choices: match.kinds.map((one) => one.title) };
  const missing = match.columns.filter((column) => !match.columnOf.has(normaliseHeader(column)));
  const as: Recognised = {
    kind,
    title,
    headerRow: match.row.number,
    columnsMatched: match.columnOf.size,
    columnsExpected: match.columns.length,
    columnOf: match.columnOf,
    missing,
    headers: match.headers,
  };
  if (kind.name !== 'report31' || as.columnsMatched >= REPORT_31_LEAST_COLUMNS) return { found: 'kind', as };
  const columns = match.headers.filter((header) => header !== undefined).length;
  if (columns === DETAIL_LIST_COLUMNS || folded.includes('du no chi tiet'))
    return { found: 'kind', as: { ...as, kind: DETAIL_LIST } };
  return { found: 'incomplete', as };
}

function headersOf(row: Row): (string | undefined)[] {
  return row.cells.map((cell) => (typeof cell === 'string' ? normaliseHeader(cell) || undefined : undefined));
}

/** The first text above the header. */
function titleAbove(rows: readonly Row[], headerRow: number): string {
  for (const row of rows) {
    if (row.number >= headerRow) break;
    const text = row.cells.map(cellText).find((one) => one !== '');
    if (text !== undefined) return text;
  }
  return '';
}

const TITLE_DATE = /(?:ngay|den|thang)\D{0,12}(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;

/** The data date in a title, as `ngày 31/10/2026`, always day first; undefined where it says none [EX7]. */
export function titleDate(title: string): BusinessDate | undefined {
  const match = TITLE_DATE.exec(fold(title));
  if (!match) return undefined;
  return businessDate(Number(match[3]), Number(match[2]), Number(match[1]));
}

const NAME_DATES = [
  /(?<!\d)(?<year>20\d{2})[-_. ]?(?<month>\d{2})[-_. ]?(?<day>\d{2})(?!\d)/,
  /(?<!\d)(?<day>\d{1,2})[-_. ](?<month>\d{1,2})[-_. ](?<year>20\d{2})(?!\d)/,
  /(?<!\d)(?<day>\d{2})(?<month>\d{2})(?<year>20\d{2})(?!\d)/,
];

/** A date in a file's name: it is told where it differs from the data date, and decides nothing [D9]. */
export function fileNameDate(name: string): BusinessDate | undefined {
  for (const pattern of NAME_DATES) {
    const parts = pattern.exec(name)?.groups;
    const date = parts && businessDate(Number(parts.year), Number(parts.month), Number(parts.day));
    if (date) return date;
  }
  return undefined;
}

const FURNITURE =
  /^(tong cong|cong\b|tong so|nguoi lap bieu|lap bieu|kiem soat|thu truong|giam doc|truong phong)/;

/**
 * True for rows that are no data: the header repeated at a page break, totals, and the lines where people sign [EX6].
 * Ask it only of rows without the key of their kind: names of people may begin with any word.
 */
export function isFurniture(cells: readonly Cell[], headers: readonly (string | undefined)[]): boolean {
  let texts = 0;
  let repeated = 0;
  for (const [i, cell] of cells.entries()) {
    if (cell === undefined) continue;
    const text = normaliseHeader(cellText(cell));
    if (text === '') continue;
    texts += 1;
    if (texts === 1 && FURNITURE.test(text)) return true;
    if (text === headers[i]) repeated += 1;
  }
  return texts === 0 || repeated * 2 > texts;
}
