import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, refusalText } from '../src/kernel/refusal.ts';
import { READER_REFUSALS } from '../src/modules/extracts/reader/refusals.ts';
import { openWorkbook, readSheet } from '../src/modules/extracts/reader/workbook.ts';
import { timed } from './measuring.ts';

/** What opening a hostile file took, in a process of its own. */
export type HostileResult = {
  /** The sentence of the refusal; null when the file was taken. */
  readonly refusal: string | null;
  readonly ms: number;
  /** Above the process that has the file in memory and has not looked at it. */
  readonly peakBytes: number;
};

async function run(file: string): Promise<HostileResult> {
  const content = readFileSync(file);
  await sleep(200);
  const before = process.memoryUsage.rss();
  const { ms, result } = await timed(() => read(content));
  const peakBytes = highWater() - before;
  const refusal = isRefusal(result) ? refusalText(READER_REFUSALS, result) : null;
  return { refusal, ms, peakBytes };
}

async function read(content: Buffer) {
  const workbook = openWorkbook(content);
  return isRefusal(workbook) ? workbook : readSheet(workbook, 0, () => undefined);
}

/** The most memory this process ever had. Linux counts it anew for every program; elsewhere a parent's may be in it. */
function highWater(): number {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
}

process.stdout.write(JSON.stringify(await run(process.argv[2] ?? '')));
