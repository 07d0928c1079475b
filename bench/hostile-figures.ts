import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import type { Book } from './figures.ts';
import { HOSTILE_KINDS } from './hostile-kinds.ts';
import type { HostileResult } from './hostile-run.ts';
import { progress } from './measuring.ts';
import { openTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

const MB = 1_000_000;
const SECONDS_AT_MOST = 1;
const MB_AT_MOST = 100;

/**
 * Opens a file of every hostile kind, each in a process of its own, and notes how long it took to refuse it and how much
 * memory. @throws Error when one was taken
 */
export async function measureHostile(book: Book): Promise<void> {
  const folder = openTemporaryFolder();
  try {
    for (const { name, make } of HOSTILE_KINDS) {
      const file = join(folder, 'hostile.xlsx');
      const content = make();
      writeFileSync(file, content);
      const result = await runAlone(file);
      if (result.refusal === null) throw new Error(`a hostile file was taken: ${name}`);
      progress(`${name}: ${result.refusal}`);
      addFigures(book, { name, mb: content.length / MB, result });
      rmSync(file);
    }
  } finally {
    await removeTemporaryFolder(folder);
  }
}

async function runAlone(file: string): Promise<HostileResult> {
  const script = join(PROJECT_ROOT, '.cache/bench/hostile-run.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
  return JSON.parse(stdout) as HostileResult;
}

function addFigures(book: Book, kind: { name: string; mb: number; result: HostileResult }): void {
  const { name, mb, result } = kind;
  const figure = { yardstick: null, note: '' };
  book.add({
    ...figure,
    what: `hostile: ${name}, ${mb.toFixed(1)} MB`,
    unit: 's',
    value: result.ms / 1000,
    goal: { of: 'value', atMost: SECONDS_AT_MOST },
  });
  book.add({
    ...figure,
    what: `hostile: ${name}, memory`,
    unit: 'MB',
    value: result.peakBytes / MB,
    goal: { of: 'value', atMost: MB_AT_MOST },
  });
}
