import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errorCode } from '../start-problem.ts';

/** What the running server says of itself in its cluster's `postmaster.pid`. */
export type RunningServer = { readonly pid: number; readonly port: number; readonly isReady: boolean };

/** The server that runs on this cluster; `undefined` when none does. A file left by a dead server is removed. */
export function runningServer(cluster: string): RunningServer | undefined {
  const written = readPidFile(cluster);
  if (!written) return undefined;
  if (servesCluster(written.pid, cluster)) return written;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

function readPidFile(cluster: string): RunningServer | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readLines(file);
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** Empty when the server removed the file just now: it has ended. */
function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * A process number is used again, so a living process proves nothing: the server's command line names its cluster.
 * Where the system does not tell (no `/proc`), a living process is believed.
 */
function servesCluster(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  if (!existsSync('/proc/self/cmdline')) return isAlive(pid);
  const [program = '', ...args] = commandLine(pid);
  const folder = args[args.indexOf('-D') + 1];
  return basename(program) === 'postgres' && folder !== undefined && sameFolder(folder, cluster);
}

/** Empty when the process has ended. Everyone may read it, unlike the process's working folder. */
function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function sameFolder(a: string, b: string): boolean {
  return existsSync(a) && realpathSync(a) === realpathSync(b);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
