import { giveWay } from '../threads/give-way.ts';
import { lastingBody } from '../threads/lasting-body.ts';
import { csvWriter } from './csv.ts';
import type { TableWriter } from './table-sheet.ts';
import { workbookWriter } from './workbook.ts';
import type { TableAnswer, TableStart, TableStep } from './write-table.ts';

// The writing of tables in a thread of its own.
giveWay();

/** The files that are being written, by their number. */
const writers = new Map<number, TableWriter>();

lastingBody<TableStep, TableAnswer>((told) => {
  const { file } = told;
  switch (told.step) {
    case 'start':
      writers.set(file, writerOf(told.start));
      return null;
    case 'add':
      writerNumbered(file).add(told.rows);
      return null;
    case 'end': {
      const bytes = writerNumbered(file).end();
      writers.delete(file);
      return bytes;
    }
    case 'forget':
      writers.delete(file);
      return null;
  }
});

function writerOf({ top, format, isMarked }: TableStart): TableWriter {
  return format === 'csv' ? csvWriter(top) : workbookWriter(top, { isMarked });
}

/** A thread that died and was started anew knows nothing of the files before. */
function writerNumbered(file: number): TableWriter {
  const writer = writers.get(file);
  if (!writer) throw new Error(`file ${file} was not started in this thread`);
  return writer;
}
