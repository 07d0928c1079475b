import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** A row of a test workbook: values by column name. */
export type WorkbookRow = Readonly<Record<string, string>>;

const CENTRAL_ENTRY = 0x02014b50;
const CELL = /<c r="([A-Z]+)\d+"(?: t="inlineStr")?>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/g;

/**
 * The rows of a workbook as the bank's report system writes it: header on row 5, inline strings. It knows that one
 * shape only; the product reads files with the reader of `extracts`.
 */
export function readWorkbook(file: string): WorkbookRow[] {
  const rows = [...sheetOf(readFileSync(file)).matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map((match) => ({
    number: Number(match[1]),
    cells: cellsOf(match[2] ?? ''),
  }));
  const header = rows.find((row) => row.number === 5)?.cells ?? new Map();
  return rows
    .filter((row) => row.number > 5)
    .map(({ cells }) =>
      Object.fromEntries([...header].map(([column, name]) => [name, cells.get(column) ?? ''])),
    )
    .filter((row) => !isHeaderOrEmpty(row));
}

/** The first sheet of a workbook, as its XML. */
export function sheetText(file: string): string {
  return sheetOf(readFileSync(file));
}

function cellsOf(row: string): Map<string, string> {
  return new Map([...row.matchAll(CELL)].map((cell) => [cell[1] ?? '', plainText(cell[2] ?? cell[3] ?? '')]));
}

function isHeaderOrEmpty(row: WorkbookRow): boolean {
  const filled = Object.entries(row).filter(([, value]) => value !== '');
  return filled.length < 5 || filled.every(([name, value]) => name === value);
}

function plainText(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** The first sheet, found through the archive's directory because the entries are written as streams. */
function sheetOf(archive: Buffer): string {
  for (let at = archive.lastIndexOf('PK\x05\x06'), next = archive.readUInt32LE(at + 16); next < at; ) {
    if (archive.readUInt32LE(next) !== CENTRAL_ENTRY) break;
    const nameLength = archive.readUInt16LE(next + 28);
    const name = archive.toString('utf8', next + 46, next + 46 + nameLength);
    if (name === 'xl/worksheets/sheet1.xml') return inflateEntry(archive, next);
    next += 46 + nameLength + archive.readUInt16LE(next + 30) + archive.readUInt16LE(next + 32);
  }
  throw new Error('no sheet in the test workbook');
}

function inflateEntry(archive: Buffer, directoryEntry: number): string {
  const size = archive.readUInt32LE(directoryEntry + 20);
  const local = archive.readUInt32LE(directoryEntry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  return inflateRawSync(archive.subarray(start, start + size)).toString('utf8');
}
