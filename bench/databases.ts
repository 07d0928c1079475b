import pg from 'pg';
import { day } from '../src/kernel/dates.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Platform } from '../src/platform/command.ts';
import { connect, type Database, type DatabaseAddress, TYPE_PARSERS } from '../src/platform/db/database.ts';
import { openDatabase } from '../src/platform/db/open-database.ts';
import { idsOf } from '../src/platform/ids.ts';
import { openEmbeddedServer } from '../src/platform/postgres/embedded.ts';
import { openTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

/** A PostgreSQL of the bench's own, with the settings of the product: what is committed is on the disk. */
export type BenchServer = {
  /** The application's way into a database of the server. */
  addressOf(database: string): DatabaseAddress;
  /** The superuser's: builds what takes too long through the product, and sees all rows. */
  connectSuperuser(database: string): Promise<pg.Client>;
  /** A copy of a database that nobody is connected to. */
  copyDatabase(from: string, to: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  close(): Promise<void>;
};

/** The database that all others are copied from. */
export const FIRST = 'giaoban';

/** Starts a server in a temporary folder. */
export async function openBenchServer(): Promise<BenchServer> {
  const dataDir = openTemporaryFolder();
  const database = await openDatabase({ dataDir, databaseUrl: null });
  const server = await openEmbeddedServer({ dataDir });
  const connectSuperuser = async (name: string) => {
    const client = new pg.Client({ ...server.superuser, database: name, types: TYPE_PARSERS });
    // The server is stopped under it when a measurement fails; that failure is the one to show.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const admin = await connectSuperuser('postgres');
  return {
    addressOf: (name) => ({ ...database.application, database: name }),
    connectSuperuser,
    copyDatabase: async (from, to) => {
      await admin.query(`create database ${to} template ${from} owner giaoban_owner strategy file_copy`);
    },
    dropDatabase: async (name) => {
      await admin.query(`drop database ${name} with (force)`);
    },
    close: async () => {
      await admin.end();
      await server.close();
      await database.close();
      await removeTemporaryFolder(dataDir);
    },
  };
}

/** The platform as the product opens it, on a day after the files. */
export function openBenchPlatform(address: DatabaseAddress): { platform: Platform; database: Database } {
  const database = connect(address);
  const clock = systemClock(() => day('2026-11-03'));
  return { platform: { database, clock, newId: idsOf(clock) }, database };
}
