import { lastingThread } from '../threads/lasting-thread.ts';
import type { TableFormat, TableTop, WrittenRow } from './table-sheet.ts';

/** How a file of a table begins. */
export type TableStart = {
  readonly top: TableTop;
  readonly format: TableFormat;
  /** Whether the first line is the mark of the demo. */
  readonly isMarked: boolean;
};

/** What the thread is told of the file with this number; several may be written at a time, rows of one between those of another. */
export type TableStep = { readonly file: number } & (
  | { readonly step: 'start'; readonly start: TableStart }
  | { readonly step: 'add'; readonly rows: readonly WrittenRow[] }
  | { readonly step: 'end' }
  | { readonly step: 'forget' }
);

/** The bytes of a file that is ended; null after every other step. */
export type TableAnswer = Uint8Array | null;

// A workbook of thirty thousand rows takes more than a second of a processor: written beside the thread that answers pages.
const thread = lastingThread<TableStep, TableAnswer>('src/platform/table-files/write-table.worker.ts');

let started = 0;

/**
 * Writes a table as the bytes of a file, in a thread that starts with the first one and stays. Rows come in slices; while
 * one is written the next is fetched, and no more of them are in memory. What fetching throws is thrown.
 */
export async function writeTable(
  start: TableStart,
  slices: AsyncIterable<readonly WrittenRow[]>,
): Promise<Uint8Array> {
  started += 1;
  const file = started;
  try {
    let written = ask({ file, step: 'start', start });
    for await (const rows of slices) {
      await written;
      written = ask({ file, step: 'add', rows });
    }
    await written;
    const bytes = await ask({ file, step: 'end' });
    if (bytes === null) throw new Error('a table was ended and no file came');
    return bytes;
  } catch (error) {
    await ask({ file, step: 'forget' }).catch(() => undefined);
    throw error;
  }
}

/** Asked without waiting at once, it may fail while the next slice is fetched: whoever waits later is told. */
function ask(step: TableStep): Promise<TableAnswer> {
  const answer = thread.ask(step);
  answer.catch(() => undefined);
  return answer;
}
