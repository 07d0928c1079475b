import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import type { Book } from './figures.ts';
import { progress } from './measuring.ts';
import { openTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

const POLL_MS = 50;
const GIVE_UP_MS = 600_000;

/** A start of the product and when the desk first answered. */
type Start = { readonly ms: number; readonly steps: readonly string[] };

/**
 * `npm start` as a newcomer runs it: in a new clone of the last commit with an empty data folder, until the desk is
 * answered; then once more with everything done.
 */
export async function measureStart(book: Book): Promise<void> {
  const folder = openTemporaryFolder();
  // As people name folders: what npm and the build make of such a path is a part of the start.
  const clone = join(folder, 'bản sao mới của giao ban');
  const dataDir = join(folder, 'dữ liệu');
  try {
    progress('npm start in a new clone');
    execFileSync('git', ['clone', '--quiet', PROJECT_ROOT, clone]);
    const first = await start(clone, dataDir);
    const again = await start(clone, dataDir);
    book.add({
      yardstick: null,
      what: 'from nothing to a page on the screen',
      unit: 's',
      value: first.ms / 1000,
      goal: { of: 'value', atMost: 180 },
      note: `last commit, demo filled, packages by way of npm's own cache; ${first.steps.join(' ')}`,
    });
    book.add({
      yardstick: null,
      note: '',
      what: 'installed, to a page on the screen',
      unit: 's',
      value: again.ms / 1000,
      goal: { of: 'value', atMost: 10 },
    });
  } finally {
    await removeTemporaryFolder(folder);
  }
}

async function start(clone: string, dataDir: string): Promise<Start> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), GIAOBAN_DATA_DIR: dataDir };
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const steps: string[] = [];
  child.stderr?.on('data', (text: Buffer) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    for (const line of text.toString('utf8').split('\n').filter(Boolean)) steps.push(`${seconds} s: ${line}`);
  });
  try {
    await untilAnswered(child, port, steps);
    return { ms: performance.now() - began, steps: steps.filter((step) => !step.includes('npm warn')) };
  } finally {
    await end(child);
  }
}

async function untilAnswered(child: ChildProcess, port: number, steps: readonly string[]): Promise<void> {
  for (let waitedMs = 0; waitedMs < GIVE_UP_MS; waitedMs += POLL_MS) {
    if (child.exitCode !== null)
      throw new Error(`npm start ended with ${child.exitCode}: ${steps.join('\n')}`);
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`npm start did not answer: ${steps.join('\n')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
