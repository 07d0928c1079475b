import type { FileAnswer } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { fold } from '../../kernel/text.ts';
import type { Tx } from '../db/database.ts';
import { readDemoDay } from '../demo/demo-day.ts';
import type { TableColumn, TableFormat, WrittenRow } from './table-sheet.ts';
import { writeTable } from './write-table.ts';

/**
 * A table to keep. `name` is words; `head` are the lines above the rows, the title first; `rows` may be fetched a slice at a
 * time, which a table must be that can be long.
 */
export type Table<Row> = {
  readonly name: string;
  readonly head: readonly string[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[] | AsyncIterable<readonly Row[]>;
};

const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A table as a file to keep. Of the demo, its name and its first line say so: it must never pass for a real one. */
export async function tableFile<Row>(tx: Tx, table: Table<Row>, format: TableFormat): Promise<FileAnswer> {
  const today = await readDemoDay(tx);
  const mark = today === null ? [] : [`DỮ LIỆU MẪU, ngày mẫu ${formatDate(today)}`];
  const top = {
    head: [...mark, ...table.head],
    // What fills the cells stays here: a thread is told words and numbers.
    columns: table.columns.map(({ heading, kind, width }) => ({ heading, kind, width })),
  };
  const name = today === null ? table.name : `${table.name} dữ liệu mẫu`;
  return {
    name: `${fileWords(name)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    content: await writeTable({ top, format, isMarked: today !== null }, writtenSlices(table)),
  };
}

/** How many rows of a table that lies in memory are filled before others have their turn. */
const SLICE_ROWS = 250;

async function* writtenSlices<Row>({ columns, rows }: Table<Row>): AsyncGenerator<readonly WrittenRow[]> {
  const slices = Symbol.asyncIterator in rows ? rows : cut(rows);
  for await (const slice of slices) yield slice.map((row) => columns.map((column) => column.cell(row)));
}

function* cut<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += SLICE_ROWS) yield rows.slice(at, at + SLICE_ROWS);
}

/** Words as the name of a file that every system and every mail program keeps: `no-qua-han-2026-10-31`. */
function fileWords(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
