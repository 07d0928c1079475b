import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createInflateRaw } from 'node:zlib';
import { isRefusal } from '../src/kernel/refusal.ts';
import { openWorkbook } from '../src/modules/extracts/reader/workbook.ts';
import type { DatabaseAddress } from '../src/platform/db/database.ts';
import { openBenchPlatform } from './databases.ts';
import { timed } from './measuring.ts';
import { discard, officeCaller, preview, read, receive } from './office.ts';
import { report31Of } from './office-files.ts';

/** What a run is asked for. */
export type ImportRun = {
  readonly address: DatabaseAddress;
  readonly files: readonly string[];
  /** True: the batch stays, ready to be published. */
  readonly keeps: boolean;
};

/** What a run found. Times in milliseconds, memory in bytes. */
export type ImportResult = {
  readonly batchId: string;
  readonly loans: number;
  readonly inflatedBytes: number;
  readonly receiveMs: number;
  readonly readMs: number;
  readonly previewMs: number;
  /** Processor time of this process, the database's not counted: a busy machine lengthens it less. */
  readonly cpuMs: number;
  readonly inflateCpuMs: number;
  /** Of the process with its connection open and nothing to do. */
  readonly idleBytes: number;
  /** The most it ever had, as the operating system counted. */
  readonly peakBytes: number;
  readonly inflateMs: number;
  readonly inflateInLargePiecesMs: number;
};

const LARGE_PIECE = 256 * 1024;

/** One import in a process of its own: what it takes beside only unzipping the sheet of report 31. */
async function run({ address, files, keeps }: ImportRun): Promise<ImportResult> {
  const { platform, database } = openBenchPlatform(address);
  const caller = await officeCaller(platform);
  await sleep(500);
  const idleBytes = process.memoryUsage.rss();
  const { ms: receiveMs, result: batchId } = await timed(() => receive(platform, caller, files));
  const began = process.cpuUsage();
  const { ms: readMs } = await timed(() => read(platform, caller, batchId));
  const { ms: previewMs, result: shown } = await timed(() => preview(platform, caller, batchId));
  const cpuMs = cpuSince(began);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  if (!keeps) await discard(platform, caller, batchId);
  await database.close();
  const sheet = sheetOf(readFileSync(report31Of(files)));
  const beganInflating = process.cpuUsage();
  const { ms: inflateMs, result: inflatedBytes } = await timed(() => inflate(sheet));
  const inflateCpuMs = cpuSince(beganInflating);
  const { ms: inflateInLargePiecesMs } = await timed(() => inflate(sheet, LARGE_PIECE));
  return {
    batchId,
    loans: shown.closing.loans,
    inflatedBytes,
    receiveMs,
    readMs,
    previewMs,
    cpuMs,
    inflateCpuMs,
    idleBytes,
    peakBytes,
    inflateMs,
    inflateInLargePiecesMs,
  };
}

function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** The compressed bytes of the only sheet. */
function sheetOf(content: Buffer): Buffer {
  const workbook = openWorkbook(content);
  if (isRefusal(workbook)) throw new Error(`refused: ${workbook.refused}`);
  const { source, parts } = workbook.opened;
  const entry = parts.sheets[0]?.entry;
  if (!entry) throw new Error('no sheet');
  const bytes = source.archive.content.subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes);
  return Buffer.from(bytes);
}

/** Node's zlib as a stream, its output thrown away; by default in its own pieces of 16 KiB. */
async function inflate(sheet: Buffer, chunkSize?: number): Promise<number> {
  const stream = createInflateRaw(chunkSize === undefined ? {} : { chunkSize });
  stream.end(sheet);
  let bytes = 0;
  for await (const piece of stream) bytes += (piece as Buffer).length;
  return bytes;
}

process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '') as ImportRun)));
process.exit(0);
