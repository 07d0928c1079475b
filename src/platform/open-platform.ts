import { join } from 'node:path';
import { systemClock } from './clock.ts';
import type { Platform } from './command.ts';
import { connect, type DatabaseAddress, type PoolLimits } from './db/database.ts';
import { openDatabase } from './db/open-database.ts';
import { type DemoDay, demoDay } from './demo/demo-day.ts';
import { type FileStore, fileStore, scanWith } from './files/index.ts';
import { idsOf } from './ids.ts';
import type { Settings } from './settings.ts';
import type { StartProblem } from './start-problem.ts';

/** The platform on an open database, with what closes it. */
export type OpenPlatform = {
  readonly platform: Platform;
  /** The same for what takes long and is asked for by nobody who waits: on connections of its own, without limits. */
  readonly background: Platform;
  /** The demo's own day, where the database is the demo. */
  readonly demo: DemoDay;
  /** What people add to records, in the data folder. */
  readonly files: FileStore;
  /** As the application, for parts that need connections of their own. */
  readonly application: DatabaseAddress;
  /** As the owner of the tables: for building the demo. */
  readonly owner: DatabaseAddress;
  /** Ends the connections, then lets go of the embedded server. */
  close(): Promise<void>;
};

/** Jobs and their progress, the delivery of news, housekeeping. */
const BACKGROUND_CONNECTIONS = 8;

/** Opens the database as the settings say, and the platform on it. @throws StartProblem */
export async function openPlatform(
  settings: Settings,
  { connections = 10, limits, onUnscanned, ...options }: PlatformOptions = {},
): Promise<OpenPlatform> {
  const { application, owner, close } = await openDatabase(settings, options);
  const database = connect(application, connections, limits);
  const unlimited = limits ? connect(application, BACKGROUND_CONNECTIONS) : database;
  const demo = demoDay();
  await demo.load(database);
  const clock = systemClock(demo.current);
  const newId = idsOf(clock);
  return {
    platform: { database, clock, newId },
    background: { database: unlimited, clock, newId },
    demo,
    files: fileStore({
      folder: join(settings.dataDir, 'files'),
      scan: scanWith(settings.scanner, onUnscanned),
    }),
    application,
    owner,
    close: async () => {
      await database.close();
      if (unlimited !== database) await unlimited.close();
      await close();
    },
  };
}

/** How a program opens it. */
export type PlatformOptions = {
  /** At most so many connections at a time. */
  readonly connections?: number;
  /** Given by what serves people: nobody keeps the others waiting. Without it the background shares the connections. */
  readonly limits?: PoolLimits;
  /** Told what takes time, as a Vietnamese sentence. */
  readonly report?: (sentence: string) => void;
  /** Told when the embedded database has died and cannot be had again; see `EmbeddedOptions`. */
  readonly onLost?: (problem: StartProblem) => void;
  /** Told why a virus scanner that is set has not judged a file. */
  readonly onUnscanned?: (error: unknown) => void;
};
