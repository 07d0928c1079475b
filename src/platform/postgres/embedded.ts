import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '../db/database.ts';
import { withFileLock } from '../file-lock.mjs';
import { StartProblem } from '../start-problem.ts';
import { BINARIES_PACKAGE, binariesVersion, prepareBinaries } from './binaries.ts';
import { checkClusterVersion, clusterFolder, createCluster, SUPERUSER } from './create-cluster.ts';
import { keepRunning } from './keep-running.ts';
import { ensurePasswords, type Passwords } from './passwords.ts';
import { runningServer } from './pid-file.ts';
import { type ServerPlace, serverPlace } from './place.ts';
import { type ServerSettings, startServer, stopServer, waitForServer } from './run-server.ts';

/** The embedded PostgreSQL as one process holds it. */
export type EmbeddedServer = {
  /** The cluster's superuser, to provision with; never for the application. */
  readonly superuser: DatabaseAddress;
  readonly passwords: Passwords;
  /** True when this process started it; false when it found it running. */
  readonly isStartedHere: boolean;
  /** Where the cluster lies. */
  readonly folder: string;
  /** Lets go of it; the process that lets go last stops the server. */
  close(): Promise<void>;
};

/** What differs in tests, and where things lie. */
export type EmbeddedOptions = {
  readonly dataDir: string;
  /** False: nothing is forced to the disk. Only for data that may be lost. */
  readonly isDurable?: boolean;
  readonly settings?: ServerSettings;
  readonly packageFolder?: string;
  readonly freeBytesNeeded?: number;
  /** Told what takes time, as a Vietnamese sentence. */
  readonly report?: (sentence: string) => void;
  /**
   * Whoever serves for long gives it: a server that dies meanwhile is started again at its port, and this is told when
   * that does not help. Without it, what uses the server fails.
   */
  readonly onLost?: (problem: StartProblem) => void;
};

const JOIN_ATTEMPTS = 25;
const JOIN_PAUSE_MS = 200;

/** Every process keeps one such connection open for as long as it needs the server. */
const PRESENCE = 'giaoban presence';

/**
 * Opens the embedded server of a data folder: uses the one that runs, or starts it, making the cluster first when
 * there is none. A lock file makes start and stop of several processes follow one another.
 *
 * @throws StartProblem in all cases a person can do something about
 */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = serverPlace(options.dataDir, options.freeBytesNeeded);
  const lock = join(place.folder, 'lock');
  return withFileLock(lock, async () => {
    const passwords = ensurePasswords(place, existsSync(clusterFolder(place)));
    const { presence, superuser, isStartedHere } = await joinServer(place, passwords, options);
    const rejoin = () =>
      withFileLock(lock, () => joinAtPort(place, { passwords, port: superuser.port }, options));
    const { onLost, report = () => undefined } = options;
    const kept = onLost && keepRunning(presence, { rejoin, report, onLost });
    const close = async () => {
      await kept?.release();
      await withFileLock(lock, () => leave(place, kept?.current() ?? presence));
    };
    return { superuser, passwords, isStartedHere, folder: place.folder, close };
  });
}

/** The server again, after it died, where everybody looks for it. @throws StartProblem */
async function joinAtPort(
  place: ServerPlace,
  { passwords, port }: { passwords: Passwords; port: number },
  options: EmbeddedOptions,
): Promise<pg.Client> {
  const { presence, superuser } = await joinServer(place, passwords, { ...options, port });
  if (superuser.port === port) return presence;
  await presence.end();
  throw new StartProblem(
    `Cơ sở dữ liệu trong ${place.folder} đã chạy lại ở một cổng khác. Chạy lại Giao Ban để dùng tiếp.`,
  );
}

/** @property port where a server that has to be started listens; any free one without it */
type JoinOptions = EmbeddedOptions & { readonly port?: number };

type Joined = { superuser: DatabaseAddress; isStartedHere: boolean; presence: pg.Client };

/**
 * Finds or starts the server and connects to it. A server that was found but takes no connection is dying: its
 * process is still there for a moment after it was killed. It is looked for again until it is gone or answers.
 */
async function joinServer(place: ServerPlace, passwords: Passwords, options: JoinOptions): Promise<Joined> {
  for (let attempt = 1; ; attempt++) {
    const { port, isStartedHere } = await findOrStart(place, passwords, options);
    const { superuser: password } = passwords;
    const superuser = { host: '127.0.0.1', port, database: 'postgres', user: SUPERUSER, password };
    try {
      return { superuser, isStartedHere, presence: await declarePresence(superuser) };
    } catch (error) {
      if (isStartedHere || attempt === JOIN_ATTEMPTS) throw error;
      await sleep(JOIN_PAUSE_MS);
    }
  }
}

async function findOrStart(
  place: ServerPlace,
  passwords: Passwords,
  options: JoinOptions,
): Promise<{ port: number; isStartedHere: boolean }> {
  const found = runningServer(clusterFolder(place));
  const running = found && (await waitForServer(place, found));
  if (running) return { port: running.port, isStartedHere: false };
  const { packageFolder = BINARIES_PACKAGE, isDurable = true } = options;
  const binaries = await prepareBinaries(packageFolder, place.folder, place.account);
  if (!existsSync(clusterFolder(place))) {
    options.report?.('Đang tạo cơ sở dữ liệu…');
    await createCluster(binaries, place, { superuserPassword: passwords.superuser, isDurable });
  }
  checkClusterVersion(place, binariesVersion(packageFolder));
  const extra: ServerSettings = isDurable
    ? {}
    : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const atPort: ServerSettings = options.port === undefined ? {} : { port: String(options.port) };
  const { port } = await startServer(binaries, place, { ...extra, ...options.settings, ...atPort });
  return { port, isStartedHere: true };
}

async function declarePresence(superuser: DatabaseAddress): Promise<pg.Client> {
  const presence = new pg.Client({ ...superuser, application_name: PRESENCE, keepAlive: true });
  // A server that goes away is noticed by the next statement; without a listener it would end the process.
  presence.on('error', () => undefined);
  await presence.connect();
  return presence;
}

async function leave(place: ServerPlace, presence: pg.Client): Promise<void> {
  const others = await countOthers(presence);
  await presence.end().catch(() => undefined);
  if (others === 0) await stopServer(place);
}

/** Zero as well when the server is gone: then there is nothing to stop. */
async function countOthers(presence: pg.Client): Promise<number> {
  try {
    const { rows } = await presence.query<{ others: number }>(
      `select count(*)::int4 as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
      [PRESENCE],
    );
    return rows[0]?.others ?? 0;
  } catch {
    return 0;
  }
}
