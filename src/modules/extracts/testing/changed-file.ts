import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import { writeWorkbook } from '../reader/testing/workbook-writer.ts';
import { type Cell, openWorkbook, readSheet, type SheetRow } from '../reader/workbook.ts';
import type { DroppedFile } from './bank-files.ts';

/** The rows of a sheet by their numbers, for a test to change. */
export type EditableRows = Map<number, Cell[]>;

/** The index of the column under a header of row 5. */
export function columnOf(rows: EditableRows, header: string, headerRow = 5): number {
  const index = rows.get(headerRow)?.indexOf(header) ?? -1;
  if (index < 0) throw new Error(`no column ${header}`);
  return index;
}

/** The same file with its rows changed: a real file of the bank with one thing wrong. */
export async function changedFile(
  file: DroppedFile,
  change: (rows: EditableRows) => void,
  sheets: { before?: string } = {},
): Promise<DroppedFile> {
  const rows = await rowsOf(file);
  change(rows);
  const sheet = { name: 'BCQUERY', rows };
  const extra =
    sheets.before === undefined ? [] : [{ name: sheets.before, rows: new Map([[1, ['Ghi chú']]]) }];
  return { name: file.name, content: new Uint8Array(writeWorkbook([...extra, sheet])) };
}

/** The rows of a file's first sheet. */
export async function rowsOf(file: DroppedFile): Promise<EditableRows> {
  const workbook = openRight(openWorkbook(file.content));
  const rows: SheetRow[] = [];
  openRight(
    await readSheet(workbook, 0, (row) => {
      rows.push(row);
      return undefined;
    }),
  );
  return new Map(rows.map((row) => [row.number, [...row.cells]]));
}

function openRight<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome as T;
}
