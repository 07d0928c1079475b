import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverPlace } from '../src/platform/postgres/place.ts';
import { stopServer } from '../src/platform/postgres/run-server.ts';
import { progress } from './measuring.ts';

const PREFIX = 'giaoban-bench-';
const OWNER_FILE = 'owner.pid';
const SCRIPT = 'bench/main.mjs';
/** Where data folders lie in a temporary one. */
const DATA_FOLDERS = ['.', 'data'];

/** A folder for what this run makes. The database's own account may enter it, so that all of it lies in one place. */
export function openTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, OWNER_FILE), String(process.pid));
  return folder;
}

/** Ends what still runs in a temporary folder and removes it. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  for (const pid of processesIn(folder)) endProcess(pid);
  for (const name of DATA_FOLDERS) {
    const dataDir = join(folder, name);
    if (existsSync(join(dataDir, 'postgresql'))) await stopServer(serverPlace(dataDir));
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Removes what runs that were killed have left, their servers with it. Runs that go on are left alone. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!existsSync(join(folder, OWNER_FILE)) || isOwned(folder)) continue;
    progress(`removing what a killed run left in ${folder}`);
    await removeTemporaryFolder(folder);
  }
}

/** A process number is used again, so it must be a bench's as well. */
function isOwned(folder: string): boolean {
  const pid = readFileSync(join(folder, OWNER_FILE), 'utf8');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(SCRIPT);
  } catch {
    return false;
  }
}

/** The processes that were started in a folder: a product, and the server of its database. None where the system does not tell. */
function processesIn(folder: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name).startsWith(`${folder}/`))
    .map(Number);
}

function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

/** As Ctrl+C does: a server of PostgreSQL then ends its connections and stops. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It has ended by itself.
  }
}
