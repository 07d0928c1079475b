import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { outputDiskProblem, StartProblem } from '../start-problem.ts';
import { clusterFolder, lastLines } from './create-cluster.ts';
import { type RunningServer, runningServer } from './pid-file.ts';
import { give, type ServerPlace } from './place.ts';
import { PROGRAM_ENVIRONMENT } from './run-program.ts';

/** Settings of the server by name, as in `postgresql.conf`. */
export type ServerSettings = Readonly<Record<string, string>>;

const SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  // A socket's path is limited to about 100 bytes, and the data folder's may be longer.
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  shared_buffers: '256MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  // Parallel workers share memory through /dev/shm, which containers keep small.
  max_parallel_workers: '0',
  jit: 'off',
  timezone: 'UTC',
  // Errors of statements quote values, which may be personal data; the application logs them without.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
};

const ATTEMPTS = 4;
const POLL_MS = 25;
/** After a power cut the server first replays its log. */
const READY_WITHIN_MS = 300_000;
const STOPPED_WITHIN_MS = 120_000;

/**
 * Starts the server on its cluster and waits until it takes connections. A failed attempt is repeated with another
 * port, unless `extra` names one: the one found free may be taken meanwhile, and processes of a killed server need a moment to go.
 *
 * @throws StartProblem with the end of the server's log
 */
export async function startServer(
  binaries: string,
  place: ServerPlace,
  extra: ServerSettings,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const child = spawnServer(binaries, place, { ...SETTINGS, port: String(await freePort()), ...extra });
    const server = await waitUntilReady(child, clusterFolder(place));
    if (server) return server;
    if (attempt === ATTEMPTS)
      throw (
        outputDiskProblem(place.folder, logEnd(place)) ??
        new StartProblem(`Cơ sở dữ liệu trong ${place.folder} không chạy được: ${logEnd(place)}`)
      );
    await sleep(500);
  }
}

/** Waits for a server that another process is starting, or that is replaying its log. @throws StartProblem */
export async function waitForServer(
  place: ServerPlace,
  found: RunningServer,
): Promise<RunningServer | undefined> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (let server: RunningServer | undefined = found; server; server = runningServer(clusterFolder(place))) {
    if (server.isReady) return server;
    if (performance.now() > deadline)
      throw new StartProblem(`Cơ sở dữ liệu trong ${place.folder} khởi động quá lâu: ${logEnd(place)}`);
    await sleep(POLL_MS);
  }
  return undefined;
}

/** Stops the server, ending every connection, and waits until its files are closed. @throws StartProblem */
export async function stopServer(place: ServerPlace): Promise<void> {
  const cluster = clusterFolder(place);
  const server = runningServer(cluster);
  if (!server) return;
  process.kill(server.pid, 'SIGINT');
  const deadline = performance.now() + STOPPED_WITHIN_MS;
  while (existsSync(join(cluster, 'postmaster.pid')) && runningServer(cluster)) {
    if (performance.now() > deadline)
      throw new StartProblem(`Cơ sở dữ liệu trong ${place.folder} không dừng được.`);
    await sleep(POLL_MS);
  }
}

/** The server runs in a process group of its own: Ctrl+C reaches us, and we stop it after our last transaction. */
function spawnServer(binaries: string, place: ServerPlace, settings: ServerSettings): ChildProcess {
  const file = join(place.folder, 'server.log');
  if (existsSync(file)) renameSync(file, `${file}.old`);
  const log = openSync(file, 'w', 0o600);
  give(file, place.account);
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(binaries, 'postgres'), ['-D', clusterFolder(place), ...args], {
    ...place.account,
    cwd: '/',
    env: PROGRAM_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.unref();
  closeSync(log);
  return child;
}

/** The server once it is ready; `undefined` when it ended instead. */
async function waitUntilReady(child: ChildProcess, cluster: string): Promise<RunningServer | undefined> {
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  child.once('error', () => {
    hasEnded = true;
  });
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!hasEnded && performance.now() < deadline) {
    await sleep(POLL_MS);
    const file = join(cluster, 'postmaster.pid');
    const server = existsSync(file) ? runningServer(cluster) : undefined;
    if (server?.isReady && server.pid === child.pid) return server;
  }
  return undefined;
}

function logEnd(place: ServerPlace): string {
  const file = join(place.folder, 'server.log');
  return existsSync(file) ? lastLines(readFileSync(file, 'utf8')) : 'không có nhật ký.';
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
