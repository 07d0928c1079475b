import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';
import { type Cell, cellShape, cellText, type Row } from './cell.ts';
import { readCode, readInteger, readMillionVnd, readRateBpsPerYear, readVnd } from './cells.ts';
import { type DateColumn, type DateFormat, dateColumn } from './date-column.ts';
import { normaliseHeader } from './header.ts';
import { type MixedTypes, mixedTypes } from './mixed-types.ts';
import { type Problems, problemsIn } from './problems.ts';
import { isFurniture, type Recognised } from './recognise.ts';

/** Where a table stands, for refusals. */
export type TablePlace = { readonly file: string; readonly sheet: string };

/** The formats in which date columns are read, by header; Vietnamese where none is named. */
export type DateFormats = ReadonlyMap<string, DateFormat>;

/**
 * A table being read row by row: cells are asked for by header and come typed. What cannot be read is added to
 * `problems` and comes as empty; a column the sheet does not have is empty in every row.
 */
export type Table<Header extends string> = {
  readonly problems: Problems;
  readonly types: MixedTypes;
  readonly dateColumns: ReadonlyMap<string, DateColumn>;
  /** Makes a row the one that is asked. */
  at(row: Row): void;
  has(header: Header): boolean;
  text(header: Header): string;
  code(header: Header, length: number): string;
  vnd(header: Header): Vnd | null;
  millionVnd(header: Header): Vnd | null;
  integer(header: Header): number | null;
  rateBpsPerYear(header: Header): number | null;
  date(header: Header): BusinessDate | null;
  cell(header: Header): Cell;
  unreadable(header: Header, wanted: string): void;
  /** True where the cell repeats its own header, as at a page break [EX6]. */
  repeatsHeader(header: Header): boolean;
  /** True where the row is no data. Ask it only of rows without their key. */
  isFurniture(): boolean;
  /** Columns whose code in this row had lost zeros, with the code as it is now. */
  readonly lostZeros: readonly string[];
  /** True when this row has a date text read month first. */
  readonly american: () => boolean;
};

/** Opens a recognised table for reading. */
export function openTable<Header extends string>(
  recognised: Recognised,
  place: TablePlace,
  formats: DateFormats = new Map(),
): Table<Header> {
  const problems = problemsIn(place);
  const types = mixedTypes();
  const dateColumns = new Map<string, DateColumn>();
  const places = new Map<Header, number | undefined>();
  const lostZeros: string[] = [];
  let row: Row = { number: 0, cells: [] };
  let isAmerican = false;

  const placeOf = (header: Header): number | undefined => {
    if (!places.has(header)) places.set(header, recognised.columnOf.get(normaliseHeader(header)));
    return places.get(header);
  };
  const cell = (header: Header): Cell => {
    const index = placeOf(header);
    return index === undefined ? undefined : row.cells[index];
  };
  const unreadable = (header: Header, wanted: string) =>
    problems.add('cellUnreadable', {
      row: row.number,
      column: header,
      shape: cellShape(cell(header)),
      wanted,
    });
  const typed = <T>(header: Header, wanted: string, read: (cell: Cell) => T | null | undefined): T | null => {
    const found = cell(header);
    if (found === undefined) return null;
    types.see(header, row.number, found);
    const value = read(found);
    if (value === undefined) unreadable(header, wanted);
    return value ?? null;
  };
  const columnOfDates = (header: Header): DateColumn => {
    const known = dateColumns.get(header);
    if (known) return known;
    const column = dateColumn(formats.get(header) ?? 'vietnamese');
    dateColumns.set(header, column);
    return column;
  };

  return {
    problems,
    types,
    dateColumns,
    lostZeros,
    american: () => isAmerican,
    at: (next) => {
      row = next;
      lostZeros.length = 0;
      isAmerican = false;
    },
    has: (header) => placeOf(header) !== undefined,
    cell,
    unreadable,
    text: (header) => cellText(cell(header)),
    code: (header, length) => {
      const found = cell(header);
      if (found === undefined) return '';
      const code = readCode(found, length);
      if (code === undefined) unreadable(header, `mã ${length} chữ số`);
      else if (code.hasLostZeros) lostZeros.push(`${header} ${code.text}`);
      else types.see(header, row.number, found);
      return code?.text ?? '';
    },
    vnd: (header) => typed(header, 'số đồng nguyên', readVnd),
    millionVnd: (header) => typed(header, 'số triệu đồng', readMillionVnd),
    integer: (header) => typed(header, 'số nguyên', readInteger),
    rateBpsPerYear: (header) => typed(header, 'lãi suất phần trăm', readRateBpsPerYear),
    date: (header) => {
      const found = cell(header);
      if (found === undefined) return null;
      const column = columnOfDates(header);
      const date = column.read(found);
      if (date === undefined && !mayBeOtherFormat(column)) unreadable(header, 'ngày');
      if (date && typeof found === 'string' && column.format === 'american') isAmerican = true;
      return date ?? null;
    },
    repeatsHeader: (header) => {
      const index = placeOf(header);
      const found = cell(header);
      if (index === undefined || typeof found !== 'string' || STARTS_WITH_DIGIT.test(found)) return false;
      return normaliseHeader(found) === recognised.headers[index];
    },
    isFurniture: () => isFurniture(row.cells, recognised.headers),
  };
}

/** No header that is a key begins with a digit, and nearly every key does: asked first, because it is quick. */
const STARTS_WITH_DIGIT = /^\s*\d/;

/** A text that is no date in this format may be one in the other; the column decides when it has been read whole. */
function mayBeOtherFormat({ format, evidence }: DateColumn): boolean {
  return format === 'vietnamese' ? evidence.monthFirst : evidence.dayFirst;
}
