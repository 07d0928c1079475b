import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Id } from '../src/kernel/ids.ts';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import type { BenchServer } from './databases.ts';
import { FIRST } from './databases.ts';
import type { Book } from './figures.ts';
import type { ImportResult, ImportRun } from './import-run.ts';
import { load, median, progress } from './measuring.ts';
import { DATA_DATE, officeFiles } from './office-files.ts';

const ROUNDS = 3;
const MB = 1_000_000;
const PIECES = 'only unzipping';

/**
 * Reads the month to its preview, each time in a new process.
 *
 * @returns the batch of the last round, ready to be published
 */
export async function measureImport(server: BenchServer, book: Book): Promise<Id> {
  const address = server.addressOf(FIRST);
  const files = officeFiles(DATA_DATE);
  const results: ImportResult[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const result = await runAlone({ address, files, keeps: round === ROUNDS });
    progress(`import ${round} of ${ROUNDS}: ${partsOf(result)}`);
    results.push(result);
  }
  addFigures(book, results);
  return results.at(-1)?.batchId as Id;
}

async function runAlone(run: ImportRun): Promise<ImportResult> {
  const script = join(PROJECT_ROOT, '.cache/bench/import-run.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(run)]);
  return JSON.parse(stdout) as ImportResult;
}

function addFigures(book: Book, results: readonly ImportResult[]): void {
  const middle = (of: (result: ImportResult) => number) => median(results.map(of));
  const large = middle((result) => result.inflateInLargePiecesMs);
  const [first] = results;
  book.add({
    what: 'report 31 to preview',
    unit: 'ms',
    value: middle(({ readMs, previewMs }) => readMs + previewMs),
    yardstick: { what: PIECES, value: middle((result) => result.inflateMs) },
    goal: { of: 'ratio', atMost: 5 },
    note: `median of ${ROUNDS} processes, load ${load()}; ${first?.loans} loans, ${Math.round((first?.inflatedBytes ?? 0) / MB)} MB of XML; ${results
      .map(partsOf)
      .join(
        '; ',
      )}. Unzipping is Node's zlib as a stream as it comes; in pieces of 256 KiB it takes ${Math.round(large)} ms. Processor time of the process ${Math.round(middle(({ cpuMs }) => cpuMs))} ms, of its unzipping ${Math.round(middle(({ inflateCpuMs }) => inflateCpuMs))} ms.`,
  });
  const idle = middle((result) => result.idleBytes) / MB;
  book.add({
    what: 'peak memory of the import above idle',
    unit: 'MB',
    value: Math.max(...results.map(({ peakBytes, idleBytes }) => peakBytes - idleBytes)) / MB,
    yardstick: { what: 'idle', value: idle },
    goal: { of: 'value', atMost: 300 },
    note: `largest of ${ROUNDS}; the peak is the operating system's high-water mark of the whole process`,
  });
}

function partsOf({ receiveMs, readMs, previewMs, inflateMs }: ImportResult): string {
  const ms = (value: number) => `${Math.round(value)} ms`;
  return `received in ${ms(receiveMs)}, read in ${ms(readMs)}, preview in ${ms(previewMs)}, unzipped in ${ms(inflateMs)}`;
}
