import { isRefusal, type Outcome } from '../../../../kernel/refusal.ts';
import type { Cell } from '../cell.ts';
import type { ReaderLimits } from '../limits.ts';
import type { ReaderRefusalCode } from '../refusals.ts';
import { openWorkbook, readSheet, type SheetReading } from '../workbook.ts';

/** A sheet read whole: rows by their number, without the empty cells at their end. */
export type WholeSheet = {
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  readonly reading: SheetReading;
};

/** Opens a workbook and reads one sheet of it whole. */
export async function readAll(
  content: Uint8Array,
  sheetIndex = 0,
  limits?: ReaderLimits,
): Promise<Outcome<WholeSheet, ReaderRefusalCode>> {
  const workbook = openWorkbook(content, limits);
  if (isRefusal(workbook)) return workbook;
  const rows = new Map<number, readonly Cell[]>();
  const reading = await readSheet(workbook, sheetIndex, ({ number, cells }) => {
    rows.set(number, withoutTail(cells));
    return undefined;
  });
  return isRefusal(reading) ? reading : { rows, reading };
}

/** A sheet that must be readable. @throws Error with the refusal's code when it is not */
export async function readRight(content: Uint8Array, sheetIndex = 0): Promise<WholeSheet> {
  const sheet = await readAll(content, sheetIndex);
  if (isRefusal(sheet)) throw new Error(`refused: ${sheet.refused} ${JSON.stringify(sheet.data)}`);
  return sheet;
}

/** A row without the empty cells at its end. */
export function withoutTail(cells: readonly Cell[]): readonly Cell[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === undefined) length--;
  return cells.slice(0, length);
}
