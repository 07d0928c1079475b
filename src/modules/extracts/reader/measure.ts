import { readFileSync } from 'node:fs';
import { argv, cpuUsage, memoryUsage, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { createInflateRaw } from 'node:zlib';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import { openWorkbook, readSheet, type Workbook } from './workbook.ts';

/** Time of one run: on the wall and of the processor (all threads), in milliseconds. */
export type Timing = { readonly wallMs: number; readonly cpuMs: number };

/** What reading a report costs, beside only unzipping it in the same process. Medians over the rounds. */
export type ReaderFigures = {
  readonly rows: number;
  readonly cells: number;
  readonly inflatedBytes: number;
  /** Node's zlib as it comes: its stream with the default piece of 16 KiB, the result thrown away. */
  readonly unzip: Timing;
  /** The same with pieces of 256 KiB, as the reader inflates. */
  readonly unzipLargePieces: Timing;
  /** Opening and reading, warm, with the wanted columns decoded. */
  readonly wanted: Timing;
  /** The very first reading of the process, before the machine code is optimised: what one import feels. */
  readonly first: Timing;
  /** The same with all columns decoded. */
  readonly all: Timing;
  /** Highest memory of the process while reading, above the memory with the file loaded, in MiB. */
  readonly peakMib: number;
};

const MIB = 1024 * 1024;
const ROWS_BEFORE_NARROWING = 5;

/** Measures the reader on a file, decoding `wantedColumns` spread over its width. @throws Error when the file is refused */
export async function measureReader(file: string, wantedColumns = 80, rounds = 7): Promise<ReaderFigures> {
  const content = readFileSync(file);
  const before = memoryUsage().rss;
  const only = new Set(
    Array.from({ length: wantedColumns }, (_, index) => 1 + Math.floor((index * 175) / wantedColumns)),
  );
  const sheet = openSheet(content);
  let peak = before;
  const read = async (columns: ReadonlySet<number> | undefined): Promise<{ rows: number; cells: number }> => {
    let rows = 0;
    let cells = 0;
    const reading = await readSheet(openRight(content), 0, (row) => {
      rows++;
      for (const cell of row.cells) if (cell !== undefined) cells++;
      if (rows % 1000 === 0) peak = Math.max(peak, memoryUsage().rss);
      return rows === ROWS_BEFORE_NARROWING && columns ? { only: columns } : undefined;
    });
    if (isRefusal(reading)) throw new Error(`refused: ${reading.refused}`);
    return { rows, cells };
  };
  const first = await timed(1, () => read(only));
  const wanted = await timed(rounds, () => read(only));
  const peakMib = Math.round((peak - before) / MIB);
  const all = await timed(rounds, () => read(undefined));
  const unzip = await timed(rounds, () => inflate(sheet));
  const unzipLargePieces = await timed(rounds, () => inflate(sheet, 256 * 1024));
  const counts = await read(only);
  return {
    ...counts,
    inflatedBytes: sheet.entry.inflatedBytes,
    unzip,
    unzipLargePieces,
    first,
    wanted,
    all,
    peakMib,
  };
}

type OpenSheet = { readonly archive: Archive; readonly entry: ArchiveEntry };

function openRight(content: Buffer): Workbook {
  const workbook = openWorkbook(content);
  if (isRefusal(workbook)) throw new Error(`refused: ${workbook.refused}`);
  return workbook;
}

function openSheet(content: Buffer): OpenSheet {
  const { source, parts } = openRight(content).opened;
  const entry = parts.sheets[0]?.entry;
  if (!entry) throw new Error('no sheet');
  return { archive: source.archive, entry };
}

async function inflate({ archive, entry }: OpenSheet, pieceBytes?: number): Promise<number> {
  const stream = createInflateRaw(pieceBytes === undefined ? {} : { chunkSize: pieceBytes });
  stream.end(archive.content.subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes));
  let bytes = 0;
  for await (const piece of stream) bytes += (piece as Buffer).length;
  return bytes;
}

async function timed(rounds: number, run: () => Promise<unknown>): Promise<Timing> {
  const timings: Timing[] = [];
  for (let round = 0; round < rounds; round++) {
    const cpu = cpuUsage();
    const start = performance.now();
    await run();
    const used = cpuUsage(cpu);
    timings.push({ wallMs: performance.now() - start, cpuMs: (used.user + used.system) / 1000 });
  }
  const median = (of: (timing: Timing) => number): number =>
    Math.round(timings.map(of).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
  return { wallMs: median(({ wallMs }) => wallMs), cpuMs: median(({ cpuMs }) => cpuMs) };
}

const [, script, file] = argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href && file !== undefined) {
  stdout.write(`${JSON.stringify(await measureReader(file), null, 2)}\n`);
}
