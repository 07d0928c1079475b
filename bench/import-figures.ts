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
import { DATA_DATE, officeFiles, report31Of } from './office-files.ts';

const ROUNDS = 3;
const MB = 1_000_000;
const PIECES = 'only unzipping';

/**
 * Reads the month to its preview, each time in a new process: report 31 alone, which is held against unzipping it,
 * and the whole month with its sibling files, which takes the most memory.
 *
 * @returns the batch of the last round, ready to be published
 */
export async function measureImport(server: BenchServer, book: Book): Promise<Id> {
  const address = server.addressOf(FIRST);
  const files = officeFiles(DATA_DATE);
  const alone = await runRounds('report 31', () => ({ address, files: [report31Of(files)], keeps: false }));
  const whole = await runRounds('the month', (round) => ({ address, files, keeps: round === ROUNDS }));
  addTime(book, { alone, whole });
  addMemory(book, whole);
  return whole.at(-1)?.batchId as Id;
}

async function runRounds(what: string, runOf: (round: number) => ImportRun): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const result = await runAlone(runOf(round));
    progress(`${what}, ${round} of ${ROUNDS}: ${partsOf(result)}`);
    results.push(result);
  }
  return results;
}

async function runAlone(run: ImportRun): Promise<ImportResult> {
  const script = join(PROJECT_ROOT, '.cache/bench/import-run.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(run)]);
  return JSON.parse(stdout) as ImportResult;
}

type Results = readonly ImportResult[];

const middleOf = (results: Results, of: (result: ImportResult) => number) => median(results.map(of));
const untilPreview = ({ readMs, previewMs }: ImportResult) => readMs + previewMs;

function addTime(book: Book, { alone, whole }: { alone: Results; whole: Results }): void {
  const [first] = alone;
  const ms = (of: (result: ImportResult) => number) => `${Math.round(middleOf(alone, of))} ms`;
  book.add({
    what: 'report 31 to preview',
    unit: 'ms',
    value: middleOf(alone, untilPreview),
    yardstick: { what: PIECES, value: middleOf(alone, (result) => result.inflateMs) },
    goal: { of: 'ratio', atMost: 5 },
    note: [
      `median of ${ROUNDS} processes, load ${load()}; ${first?.loans} loans, ${Math.round((first?.inflatedBytes ?? 0) / MB)} MB of XML`,
      ...alone.map(partsOf),
      `with all files of the month ${Math.round(middleOf(whole, untilPreview))} ms: ${whole.map(partsOf).join('; ')}`,
      `unzipping is Node's zlib as a stream as it comes; in pieces of 256 KiB it takes ${ms(({ inflateInLargePiecesMs }) => inflateInLargePiecesMs)}`,
      `processor time of the process ${ms(({ cpuMs }) => cpuMs)}, of its unzipping ${ms(({ inflateCpuMs }) => inflateCpuMs)}`,
    ].join('; '),
  });
}

function addMemory(book: Book, results: Results): void {
  book.add({
    what: 'peak memory of the import above idle',
    unit: 'MB',
    value: Math.max(...results.map(({ peakBytes, idleBytes }) => peakBytes - idleBytes)) / MB,
    yardstick: { what: 'idle', value: middleOf(results, ({ idleBytes }) => idleBytes) / MB },
    goal: { of: 'value', atMost: 300 },
    note: `all files of the month; largest of ${ROUNDS}; the peak is the operating system's high-water mark of the whole process`,
  });
}

function partsOf({ receiveMs, readMs, previewMs, inflateMs }: ImportResult): string {
  const ms = (value: number) => `${Math.round(value)} ms`;
  return `received in ${ms(receiveMs)}, read in ${ms(readMs)}, preview in ${ms(previewMs)}, unzipped in ${ms(inflateMs)}`;
}
