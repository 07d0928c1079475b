import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedServer } from '../../src/platform/postgres/embedded.ts';

/**
 * Gives the tests a PostgreSQL of their own in a temporary folder, fast and forgetful, unless
 * `GIAOBAN_TEST_SERVER` names one that runs already.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // What is filled once for all files is filled anew by the next run.
  process.env.GIAOBAN_TEST_RUN = randomUUID();
  if (process.env.GIAOBAN_TEST_SERVER) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'giaoban-test-'));
  const settings = { max_connections: '300' };
  const server = await openEmbeddedServer({ dataDir, isDurable: false, settings });
  const { host, port, user, password } = server.superuser;
  process.env.GIAOBAN_TEST_SERVER = `postgres://${user}:${password}@${host}:${port}`;
  return async () => {
    await server.close();
    rmSync(server.folder, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
}
