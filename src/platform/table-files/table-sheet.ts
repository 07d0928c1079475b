import type { BusinessDate } from '../../kernel/dates.ts';

/** What a cell may hold: amounts and counts are numbers, days are `YYYY-MM-DD`, everything else is text. */
export type WrittenCell = string | bigint | number | null;

/** How the cells of a column are written: codes and names as text, amounts and counts as numbers, days as days. */
type Kinds = { text: string; number: bigint | number; date: BusinessDate };

/** A column of a table to keep: its heading, its width in letters, and how a row fills it. */
export type TableColumn<Row> = {
  [Kind in keyof Kinds]: {
    readonly heading: string;
    readonly kind: Kind;
    readonly width: number;
    readonly cell: (row: Row) => Kinds[Kind] | null;
  };
}[keyof Kinds];

/** What stands above the rows of a table: the lines of its head, the title first, then the headings. */
export type TableTop = {
  readonly head: readonly string[];
  readonly columns: readonly {
    readonly heading: string;
    readonly kind: keyof Kinds;
    readonly width: number;
  }[];
};

/** A row with its cells filled, in the order of the columns. */
export type WrittenRow = readonly WrittenCell[];

/** Writes a file of a table, some rows at a time, so that the table is never in memory as a whole. */
export type TableWriter = { add(rows: readonly WrittenRow[]): void; end(): Uint8Array };

/** The kinds of file a table is kept in: a workbook to open and to print, CSV for other programs. */
export type TableFormat = 'xlsx' | 'csv';
