import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixZipTimes } from './zip-times.ts';

const GENERATOR = 'tests/fixtures/truth/make_extracts.py';

/** The month-end whose files lie ready for a newcomer, and where. */
export const READY_MONTH = '2026-10-31';
export const READY_FOLDER = `data/demo/so-lieu-${READY_MONTH}`;

/** Lets the generator write the files of dates into a folder. Needs python3. */
export function generate(folder: string, dates: readonly string[], flags: readonly string[] = []): void {
  const wanted = [folder, ...dates.flatMap((date) => ['--date', date]), ...flags];
  execFileSync('python3', [GENERATOR, ...wanted], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The files of the month that lies ready, with the faults of real ones: the same bytes every time. */
export function readyFiles(): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-ready-'));
  try {
    generate(folder, [READY_MONTH], ['--dirt']);
    const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
    return new Map(names.sort().map((name) => [name, fixedFile(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fixedFile(path: string): Buffer {
  const content = readFileSync(path);
  fixZipTimes(content);
  return content;
}
