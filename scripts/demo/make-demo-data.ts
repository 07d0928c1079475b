import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMonths, day, formatDate, monthEnd } from '../../src/kernel/dates.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { openWorkbook, readSheet } from '../../src/modules/extracts/reader/workbook.ts';
import { packSheets } from '../../src/server/demo/pack.ts';
import type { Sheet, SheetCell } from '../../src/server/demo/sheet.ts';
import { generate, READY_FOLDER, READY_MONTH, readyFiles } from './ready-month.ts';

/*
 * Makes the demo's data anew, the same every time: `npx tsx scripts/demo/make-demo-data.ts` (needs python3). Twenty-four
 * month-ends of one office up to 30/09/2026, packed; and the files of 31/10/2026 with the faults of real files, as they
 * are, for a newcomer to import. Every person in them is made up by the generator.
 */

const LAST_MONTH = day('2026-09-30');
const MONTHS = 24;
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

await main();

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-demo-'));
  try {
    const monthEnds = Array.from({ length: MONTHS }, (_, i) =>
      monthEnd(addMonths(LAST_MONTH, i - MONTHS + 1)),
    );
    generate(folder, monthEnds);
    const files = readdirSync(folder)
      .filter((file) => FILE_NAME.test(file))
      .sort();
    const sheets = await Promise.all(files.map((file) => readReport(folder, file)));
    const packed = packSheets(sheets, KEY_COLUMNS);
    writeFileSync('data/demo/months.br', packed);
    process.stdout.write(`data/demo/months.br: ${sheets.length} files, ${packed.length} bytes\n`);
    writeReadyMonth();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The month that lies ready: its files as the generator writes them, without the truth that is told of them. */
function writeReadyMonth(): void {
  rmSync(READY_FOLDER, { recursive: true, force: true });
  mkdirSync(READY_FOLDER, { recursive: true });
  for (const [name, content] of readyFiles()) writeFileSync(join(READY_FOLDER, name), content);
  process.stdout.write(`${READY_FOLDER}: ${formatDate(day(READY_MONTH))}, with faults\n`);
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
