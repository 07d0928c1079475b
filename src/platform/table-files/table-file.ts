import type { FileAnswer } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { fold } from '../../kernel/text.ts';
import type { Tx } from '../db/database.ts';
import { readDemoDay } from '../demo/demo-day.ts';
import { toCsv } from './csv.ts';
import type { TableColumn, TableSheet } from './table-sheet.ts';
import { toWorkbook } from './workbook.ts';

/** The kinds of file a table is kept in: a workbook to open and to print, CSV for other programs. */
export const TABLE_FORMATS = ['xlsx', 'csv'] as const;

/** One of {@link TABLE_FORMATS}. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table to keep. `name` is words; `head` are the lines above the rows, the title first. */
export type Table<Row> = {
  readonly name: string;
  readonly head: readonly string[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
};

const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A table as a file to keep. Of the demo, its name and its first line say so: it must never pass for a real one. */
export async function tableFile<Row>(tx: Tx, table: Table<Row>, format: TableFormat): Promise<FileAnswer> {
  const today = await readDemoDay(tx);
  const mark = today === null ? [] : [`DỮ LIỆU MẪU, ngày mẫu ${formatDate(today)}`];
  const sheet: TableSheet = {
    head: [...mark, ...table.head],
    columns: table.columns,
    rows: table.rows.map((row) => table.columns.map((column) => column.cell(row))),
  };
  const name = today === null ? table.name : `${table.name} dữ liệu mẫu`;
  return {
    name: `${fileWords(name)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    content: format === 'csv' ? toCsv(sheet) : toWorkbook(sheet, { isMarked: today !== null }),
  };
}

/** Words as the name of a file that every system and every mail program keeps: `no-qua-han-2026-10-31`. */
function fileWords(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
