import type { Outcome } from '../../../kernel/refusal.ts';
import type { SheetRow } from './cell.ts';
import { DEFAULT_LIMITS, type ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';

export type { Cell, CellDay, SheetRow } from './cell.ts';
export { columnName, isCellDay } from './cell.ts';
export type { ReaderLimits } from './limits.ts';
export type { ReaderRefusalCode } from './refusals.ts';

/** A sheet of the workbook, in the workbook's order. */
export type SheetInfo = { readonly name: string; readonly isHidden: boolean };

/** An opened workbook. */
export type Workbook = { readonly sheets: readonly SheetInfo[] };

/**
 * What a reader of rows asks for next: nothing (go on), 'stop', or only these columns from the next row on
 * (0 = A; all others come as undefined).
 */
export type RowAnswer = undefined | 'stop' | { readonly only: ReadonlySet<number> };

/** How a sheet was read. Ranges are as in Excel, `B2:FT25931`. */
export type SheetReading = {
  /** Rows given to the caller. */
  readonly rows: number;
  /** What the sheet says of itself; it is reported, never believed [D7]. */
  readonly declaredRange: string | undefined;
  /** From the first to the last cell that holds something, decoded or not; up to the stop if it was stopped. */
  readonly usedRange: string | undefined;
  readonly isStopped: boolean;
};

/** Opens a workbook held in memory: reads its directory and the list of its sheets. Refuses what is no workbook or not safe to open. */
export function openWorkbook(
  content: Uint8Array,
  limits: ReaderLimits = DEFAULT_LIMITS,
): Outcome<Workbook, ReaderRefusalCode> {
  throw new Error(`not built yet: ${content.length} ${limits.entries}`);
}

/**
 * Streams the rows of a sheet in order, `sheetIndex` from 0. `onRow` is called synchronously for each row that is not empty; the
 * row is the caller's to keep. Inflating runs beside the scanning, so it is awaited.
 */
export async function readSheet(
  workbook: Workbook,
  sheetIndex: number,
  onRow: (row: SheetRow) => RowAnswer,
): Promise<Outcome<SheetReading, ReaderRefusalCode>> {
  throw new Error(`not built yet: ${workbook.sheets.length} ${sheetIndex} ${onRow.length}`);
}
