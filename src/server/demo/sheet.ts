/** A cell of the bank's reports: text, a number, or nothing. */
export type SheetCell = string | number | null;

/** One report as the bank's system exports it: the title in row 2, the header in row 5, the rows below. */
export type Sheet = {
  /** The stem of its file name: `bao-cao-31`. */
  readonly stem: string;
  /** The month-end it is of, `2026-09-30`: part of the file name, as the export names it. */
  readonly dataDate: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
};
