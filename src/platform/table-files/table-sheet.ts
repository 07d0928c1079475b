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

/** A table with its cells filled: the lines above it, the title first, then headings and rows. */
export type TableSheet = {
  readonly head: readonly string[];
  readonly columns: readonly {
    readonly heading: string;
    readonly kind: keyof Kinds;
    readonly width: number;
  }[];
  readonly rows: readonly (readonly WrittenCell[])[];
};
