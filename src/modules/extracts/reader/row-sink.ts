import { type Cell, columnName, type SheetRow } from './cell.ts';
import { MOST_COLUMNS } from './cell-reference.ts';

/** What a reader of rows asks for next: nothing (go on), 'stop', or only these columns from the next row on (0 = A). */
export type RowAnswer = undefined | 'stop' | { readonly only: ReadonlySet<number> };

/** Columns behind this one (AMJ) are never decoded: the bank's widest report has 175, and a row is as long as its last cell. */
export const MOST_DECODED_COLUMNS = 1024;

/** Gathers the cells of the row being read and hands finished rows to the caller. */
export class RowSink {
  readonly #onRow: (row: SheetRow) => RowAnswer;
  /** By column: 1 when its cells are to be decoded. */
  readonly wanted = new Uint8Array(MOST_COLUMNS).fill(1, 0, MOST_DECODED_COLUMNS);
  /** The row being read, or read last; 0 before the first. */
  row = 0;
  /** The last column seen in the row; -1 before the first. */
  column = -1;
  rows = 0;
  /** Cells that hold something, decoded or not. */
  filledCells = 0;
  isStopped = false;
  #cells: Cell[] = [];
  #width = 0;
  #isFilled = false;
  #firstRow = 0;
  #lastRow = 0;
  #firstColumn = MOST_COLUMNS;
  #lastColumn = -1;

  constructor(onRow: (row: SheetRow) => RowAnswer) {
    this.#onRow = onRow;
  }

  /** Begins a row; its number must be above the one before. */
  startRow(row: number): void {
    this.row = row;
    this.column = -1;
    this.#isFilled = false;
    this.#cells = new Array<Cell>(this.#width).fill(undefined);
  }

  /** Puts a decoded cell into its column. */
  put(column: number, cell: Cell): void {
    this.column = column;
    if (cell === undefined) return;
    const cells = this.#cells;
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
    this.#fill(column);
  }

  /** Passes over a cell that is not decoded; `isFilled` when it holds something. */
  pass(column: number, isFilled: boolean): void {
    this.column = column;
    if (isFilled) this.#fill(column);
  }

  /** Ends the row and gives it to the caller, unless it is empty. */
  endRow(): void {
    if (!this.#isFilled) return;
    this.rows++;
    if (this.#firstRow === 0) this.#firstRow = this.row;
    this.#lastRow = this.row;
    this.#width = this.#cells.length;
    const answer = this.#onRow({ number: this.row, cells: this.#cells });
    if (answer === 'stop') this.isStopped = true;
    else if (answer !== undefined) this.#narrow(answer.only);
  }

  /** From the first to the last cell that holds something; undefined when none does. */
  usedRange(): string | undefined {
    if (this.#firstRow === 0) return undefined;
    const first = `${columnName(this.#firstColumn)}${this.#firstRow}`;
    const last = `${columnName(this.#lastColumn)}${this.#lastRow}`;
    return first === last ? first : `${first}:${last}`;
  }

  #fill(column: number): void {
    this.#isFilled = true;
    this.filledCells++;
    if (column < this.#firstColumn) this.#firstColumn = column;
    if (column > this.#lastColumn) this.#lastColumn = column;
  }

  #narrow(only: ReadonlySet<number>): void {
    this.wanted.fill(0);
    for (const column of only) if (column < MOST_DECODED_COLUMNS) this.wanted[column] = 1;
  }
}
