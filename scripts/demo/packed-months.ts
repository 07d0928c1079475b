import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMonths, day, monthEnd } from '../../src/kernel/dates.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { openWorkbook, readSheet } from '../../src/modules/extracts/reader/workbook.ts';
import { packSheets } from '../../src/server/demo/pack.ts';
import type { Sheet, SheetCell } from '../../src/server/demo/sheet.ts';
import { generate } from './ready-month.ts';

const LAST_MONTH = day('2026-09-30');
const MONTHS = 24;

/** Where the packed months lie, and the month-ends that are in them, oldest first. */
export const PACKED_FILE = 'data/demo/months.br';
export const MONTH_ENDS = Array.from({ length: MONTHS }, (_, i) =>
  monthEnd(addMonths(LAST_MONTH, i - MONTHS + 1)),
);

/** The column (from 0) that names a row over the months, by kind of file. */
const KEY_COLUMNS = {
  'bao-cao-31': 27,
  'no-khoanh': 10,
  'to-truong': 9,
  'cham-diem-to': 5,
  'bcdhtd-011': 1,
  'bcdhtd-012': 1,
  'len31-xaphuong': 1,
};
const FILE_NAME = /^(.+)-(\d{4}-\d{2}-\d{2})\.xlsx$/;

/** The reports of month-ends as the generator writes them, packed: the same bytes every time. Needs python3. */
export async function packMonths(monthEnds: readonly string[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-demo-'));
  try {
    generate(folder, monthEnds);
    const files = readdirSync(folder)
      .filter((file) => FILE_NAME.test(file))
      .sort();
    const sheets = await Promise.all(files.map((file) => readReport(folder, file)));
    return packSheets(sheets, KEY_COLUMNS);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A report back from its workbook: title in row 2, header in row 5, column A blank. */
async function readReport(folder: string, file: string): Promise<Sheet> {
  const [, stem = '', dataDate = ''] = FILE_NAME.exec(file) ?? [];
  const workbook = openWorkbook(readFileSync(join(folder, file)));
  if (isRefusal(workbook)) throw new Error(`${file}: ${workbook.refused}`);
  let title = '';
  let header: string[] = [];
  const rows: SheetCell[][] = [];
  await readSheet(workbook, 0, ({ number, cells }) => {
    const values = cells
      .slice(1)
      .map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : null));
    if (number === 2) title = String(values[0]);
    else if (number === 5) header = values.map(String);
    else rows.push(header.map((_, i) => values[i] ?? null));
    return undefined;
  });
  return { stem, dataDate, title, header, rows };
}
