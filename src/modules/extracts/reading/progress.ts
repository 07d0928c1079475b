import { bytesInflated, sheetBytes, type Workbook } from '../reader/workbook.ts';
import type { ReadingPiece } from './reading.ts';

/** A sheet that is going to be read. */
export type PlannedSheet = {
  readonly fileName: string;
  readonly workbook: Workbook;
  readonly sheetIndex: number;
};

/** Tells how far the reading of a batch is. */
export type ProgressTeller = {
  /** The sheets that will be read, in order: together they are the whole. */
  plan(sheets: readonly PlannedSheet[]): void;
  /** Begins a sheet of the plan, also once more; to be called for every row of it. */
  begin(workbook: Workbook): () => void;
};

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const ROWS_PER_TELLING = 1_000;

/**
 * Measured in bytes of the sheets as they are inflated: the only whole that is known beforehand, as the range a sheet
 * declares is not to be believed [D7].
 */
export function progressTeller(send: (piece: ReadingPiece) => void): ProgressTeller {
  let planned: readonly PlannedSheet[] = [];
  const sizeOf = ({ workbook, sheetIndex }: PlannedSheet) => sheetBytes(workbook, sheetIndex);
  const sum = (sheets: readonly PlannedSheet[]) => sheets.reduce((total, sheet) => total + sizeOf(sheet), 0);
  return {
    plan: (sheets) => {
      planned = sheets;
    },
    begin: (workbook) => {
      const place = planned.findIndex((sheet) => sheet.workbook === workbook);
      const sheet = planned[place];
      if (!sheet) return () => undefined;
      const [before, size, totalBytes] = [sum(planned.slice(0, place)), sizeOf(sheet), sum(planned)];
      const begunAt = bytesInflated(workbook);
      let rows = 0;
      const tell = () => {
        const ofSheet = Math.min(size, bytesInflated(workbook) - begunAt);
        send({ progress: { fileName: sheet.fileName, rows, doneBytes: before + ofSheet, totalBytes } });
      };
      tell();
      return () => {
        rows += 1;
        if (rows % ROWS_PER_TELLING === 0) tell();
      };
    },
  };
}
