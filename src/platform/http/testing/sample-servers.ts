import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANONYMOUS, systemCaller } from '../../caller.ts';
import type { Database, DatabaseAddress } from '../../db/database.ts';
import { createLogger } from '../../log.ts';
import { testDatabase } from '../../testing/database.ts';
import { testPlatform } from '../../testing/platform.ts';
import type { ModuleRoutes } from '../implement.ts';
import { createHttpServer, type HttpOptions } from '../server.ts';
import { SYSTEM, sampleRoutes } from './sample-routes.ts';

/** `connect`: another way to the database than that of the tests. */
type SampleOptions = { readonly connect?: (address: DatabaseAddress) => Database };

/** A database, a built desk and a captured log for servers over the sample routes. */
export async function sampleServers({ connect }: SampleOptions = {}) {
  const database = await testDatabase();
  const app = connect?.({ ...database.address, user: 'giaoban_app', password: 'test' });
  const { platform } = testPlatform(app ?? database.app);
  const deskFolder = buildDesk();
  const logged: string[] = [];
  const logger = createLogger(platform.clock, {
    destination: { write: (line: string) => void logged.push(line) },
  });
  return {
    database,
    platform,
    /** The lines logged by all servers so far. */
    logged,
    server: (options: Partial<HttpOptions> = {}, routes: ModuleRoutes = sampleRoutes) =>
      createHttpServer(platform, [routes], {
        logger,
        identify: async (token) => (token === 'good' ? systemCaller(SYSTEM) : ANONYMOUS),
        uploadLimits: { fileBytes: 1_048_576, files: 2 },
        deskFolder,
        rateLimit: 'none',
        ...options,
      }),
    close: async () => {
      await app?.close();
      rmSync(deskFolder, { recursive: true });
      await database.close();
    },
  };
}

/** The headers of somebody the sample servers know. */
export const signedIn = { cookie: '__Host-giaoban=good' };

function buildDesk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bàn làm việc '));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/desk-1a2b.js'), 'export {}');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  const head =
    '<link rel="stylesheet" href="/assets/a.css"><script type="module" src="/assets/desk-1a2b.js"></script>';
  writeFileSync(join(folder, 'index.html'), `<html><head>${head}</head></html>`);
  return folder;
}
