import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Vnd } from '../../../kernel/money.ts';
import { type Cell, cellShape, cellText, type Row } from './cell.ts';
import { readCode, readInteger, readMillionVnd, readRateBpsPerYear, readVnd } from './cells.ts';
import { type DateColumn, type DateFormat, dateColumn } from './date-column.ts';
import { normaliseHeader } from './header.ts';
import { type ColumnTypes, type MixedCell, mixedCells, noTypes, seeType } from './mixed-types.ts';
import { type NumberColumn, numberColumn } from './number-column.ts';
import { type Problems, problemsIn } from './problems.ts';
import { isFurniture, type Recognised } from './recognise.ts';

/** Where a table stands, for refusals. */
export type TablePlace = { readonly file: string; readonly sheet: string };

/** The formats in which columns of dates and of numbers are read, by header; Vietnamese where none is named. */
export type DateFormats = ReadonlyMap<string, DateFormat>;

/** A code that a spreadsheet took zeros from, whole again. */
export type LostZero = { readonly column: string; readonly code: string };

/** What is remembered of one column. */
type Column = {
  readonly index: number;
  readonly types: ColumnTypes;
  dates: DateColumn | undefined;
  numbers: NumberColumn | undefined;
};

/**
 * A table being read row by row: cells are asked for by header and come typed. What cannot be read is added to
 * `problems` and comes as empty; a column the sheet does not have is empty in every row.
 */
export class Table<Header extends string> {
  readonly problems: Problems;
  readonly dateColumns = new Map<string, DateColumn>();
  /** Those in which a number stands as text. */
  readonly numberColumns = new Map<string, NumberColumn>();
  /** Columns whose code in this row had lost zeros, with the code as it is now. */
  readonly lostZeros: LostZero[] = [];
  readonly #unreadable = new Set<string>();
  readonly #recognised: Recognised;
  readonly #formats: DateFormats;
  readonly #columns = new Map<string, Column | undefined>();
  readonly #lists = new Map<readonly string[], readonly (Column | undefined)[]>();
  #row: Row = { number: 0, cells: [] };
  #isAmerican = false;

  constructor(recognised: Recognised, place: TablePlace, formats: DateFormats = new Map()) {
    this.problems = problemsIn(place);
    this.#recognised = recognised;
    this.#formats = formats;
  }

  /** Makes a row the one that is asked. */
  at(row: Row): void {
    this.#row = row;
    this.lostZeros.length = 0;
    this.#unreadable.clear();
    this.#isAmerican = false;
  }

  /** True when the sheet has the column. */
  has(header: Header): boolean {
    return this.#column(header) !== undefined;
  }

  /** True when this row has a date text that was read month first. */
  get isAmerican(): boolean {
    return this.#isAmerican;
  }

  /** The cell as it stands. */
  cell(header: Header): Cell {
    const column = this.#column(header);
    return column === undefined ? undefined : this.#row.cells[column.index];
  }

  /** The cell as text. */
  text(header: Header): string {
    return cellText(this.cell(header));
  }

  /** A code of `length` digits, its lost zeros restored [EX15]; empty where there is none. */
  code(header: Header, length: number): string {
    const column = this.#column(header);
    const cell = column && this.#row.cells[column.index];
    if (column === undefined || cell === undefined) return '';
    const code = readCode(cell, length);
    if (code === undefined) this.unreadable(header, `mã ${length} chữ số`);
    else if (code.hasLostZeros) this.lostZeros.push({ column: header, code: code.text });
    else seeType(column.types, this.#row.number, cell);
    return code?.text ?? '';
  }

  /** Whole đồng. */
  vnd(header: Header): Vnd | null {
    return this.#typed(header, 'số đồng nguyên', readVnd);
  }

  /** Whole đồng, printed in million. */
  millionVnd(header: Header): Vnd | null {
    return this.#typed(header, 'số triệu đồng', readMillionVnd);
  }

  /** A small whole number. */
  integer(header: Header): number | null {
    return this.#typed(header, 'số nguyên', readInteger);
  }

  /** Hundredths of a percent a year. */
  rateBpsPerYear(header: Header): number | null {
    return this.#typed(header, 'lãi suất phần trăm', readRateBpsPerYear);
  }

  /** Whole đồng below each of these headers. Give the same list for every row: it is looked up once. */
  vndOf(headers: readonly Header[]): (Vnd | null)[] {
    return this.#listed(headers).map((column, i) =>
      this.#read(column, headers[i] ?? '', 'số đồng nguyên', readVnd),
    );
  }

  /** A day below each of these headers. Give the same list for every row: it is looked up once. */
  datesOf(headers: readonly Header[]): (BusinessDate | null)[] {
    return this.#listed(headers).map((column, i) => this.#date(column, headers[i] ?? ''));
  }

  /** A day, read in the format of its column. */
  date(header: Header): BusinessDate | null {
    return this.#date(this.#column(header), header);
  }

  #date(column: Column | undefined, header: string): BusinessDate | null {
    const cell = column && this.#row.cells[column.index];
    if (column === undefined || cell === undefined) return null;
    const dates = column.dates ?? this.#openDates(header, column);
    const date = dates.read(cell);
    if (date === undefined && !mayBeOtherFormat(dates)) this.#addUnreadable(column, header, 'ngày');
    if (date && typeof cell === 'string' && dates.format === 'american') this.#isAmerican = true;
    return date ?? null;
  }

  /** Adds a cell to the problems. */
  unreadable(header: Header, wanted: string): void {
    this.#addUnreadable(this.#column(header), header, wanted);
  }

  #addUnreadable(column: Column | undefined, header: string, wanted: string): void {
    this.#unreadable.add(header);
    const shape = cellShape(column && this.#row.cells[column.index], OF_PERSONS.has(header));
    this.problems.add('cellUnreadable', { row: this.#row.number, column: header, shape, wanted });
  }

  /** True when none of the row's cells below these headers was unreadable: what follows from them can be checked. */
  areReadable(headers: readonly Header[]): boolean {
    return this.#unreadable.size === 0 || headers.every((header) => !this.#unreadable.has(header));
  }

  /** True where the cell repeats its own header, as at a page break [EX6]. */
  repeatsHeader(header: Header): boolean {
    const column = this.#column(header);
    const cell = column && this.#row.cells[column.index];
    if (column === undefined || typeof cell !== 'string' || STARTS_WITH_DIGIT.test(cell)) return false;
    return normaliseHeader(cell) === this.#recognised.headers[column.index];
  }

  /** True where the row is no data. Ask it only of rows without their key. */
  isFurniture(): boolean {
    return isFurniture(this.#row.cells, this.#recognised.headers);
  }

  /** The cells of the rarer type in columns that have numbers and texts [D5]. */
  mixedCells(): MixedCell[] {
    return [...this.#columns].flatMap(([header, column]) => (column ? mixedCells(header, column.types) : []));
  }

  #column(header: string): Column | undefined {
    const known = this.#columns.get(header);
    if (known !== undefined || this.#columns.has(header)) return known;
    const index = this.#recognised.columnOf.get(normaliseHeader(header));
    const column =
      index === undefined ? undefined : { index, types: noTypes(), dates: undefined, numbers: undefined };
    this.#columns.set(header, column);
    return column;
  }

  #listed(headers: readonly string[]): readonly (Column | undefined)[] {
    const known = this.#lists.get(headers);
    if (known) return known;
    const columns = headers.map((header) => this.#column(header));
    this.#lists.set(headers, columns);
    return columns;
  }

  #typed<T>(
    header: Header,
    wanted: string,
    read: (cell: Cell, numbers: NumberColumn) => T | null | undefined,
  ): T | null {
    return this.#read(this.#column(header), header, wanted, read);
  }

  #read<T>(
    column: Column | undefined,
    header: string,
    wanted: string,
    read: (cell: Cell, numbers: NumberColumn) => T | null | undefined,
  ): T | null {
    const cell = column && this.#row.cells[column.index];
    if (column === undefined || cell === undefined) return null;
    seeType(column.types, this.#row.number, cell);
    const numbers = typeof cell === 'string' ? this.#numbersOf(header, column) : NO_TEXTS;
    const value = read(cell, numbers);
    if (value === undefined) this.#addUnreadable(column, header, wanted);
    return value ?? null;
  }

  #numbersOf(header: string, column: Column): NumberColumn {
    if (column.numbers) return column.numbers;
    const numbers = numberColumn(this.#formats.get(header));
    this.numberColumns.set(header, numbers);
    column.numbers = numbers;
    return numbers;
  }

  #openDates(header: string, column: Column): DateColumn {
    const dates = dateColumn(this.#formats.get(header) ?? 'vietnamese');
    this.dateColumns.set(header, dates);
    column.dates = dates;
    return dates;
  }
}

/** Columns whose digits belong to a person. */
const OF_PERSONS: ReadonlySet<string> = new Set([
  ...['Ngày sinh', 'Số CMND', 'Ngày cấp CMND', 'Số điện thoại', 'Năm sinh tổ trưởng', 'SĐT Tổ trưởng'],
]);

/** A cell that is a number says nothing about separators. */
const NO_TEXTS = numberColumn();

/** No header that is a key begins with a digit, and nearly every key does: asked first, because it is quick. */
const STARTS_WITH_DIGIT = /^\s*\d/;

/** A text that is no date in this format may be one in the other; the column decides when it has been read whole. */
function mayBeOtherFormat({ format, evidence }: DateColumn): boolean {
  return format === 'vietnamese' ? evidence.monthFirst : evidence.dayFirst;
}
