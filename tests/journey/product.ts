import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/platform/project.ts';

/** The product as it is built, running with a fresh demo. */
export type Product = {
  readonly address: string;
  /** Ends the server; what it kept stays. */
  end(): Promise<void>;
  /** Ends the server and removes what it kept. */
  stop(): Promise<void>;
};

/** In a data folder: names the place of its database when that lies elsewhere. */
export const POINTER = 'database-place.txt';

/** An empty data folder, which the database's own account can enter. */
export function newDataDir(within = tmpdir()): string {
  const dataDir = mkdtempSync(join(within, 'giaoban-journey-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/**
 * Starts the built product on a free port with a data folder of its own.
 *
 * @param settings what is set besides, by name
 * @param dataDir another than an empty one, which it fills with the demo first
 * @throws Error with its output when it ends first
 */
export async function startProduct(
  settings: Readonly<Record<string, string>> = {},
  dataDir = newDataDir(),
): Promise<Product> {
  const program = join(PROJECT_ROOT, 'dist/server/main.mjs');
  if (!existsSync(program)) throw new Error('the product is not built: run `npm run build` first');
  const server = spawn(process.execPath, [program], {
    cwd: PROJECT_ROOT,
    env: { ...environment(), ...settings, PORT: '0', GIAOBAN_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  const stop = async () => {
    await end();
    removeData(dataDir);
  };
  try {
    return { address: await addressOf(server), end, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the machine sets, without the settings of the product: those of a newcomer are the defaults. */
function environment(): NodeJS.ProcessEnv {
  const isSetting = (name: string) =>
    name.startsWith('GIAOBAN_') || ['DATABASE_URL', 'HOST', 'LOG_LEVEL'].includes(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /Giao Ban: (http:\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${output}`)));
  });
}

/** Removes a data folder with its database, which may lie outside: then the folder says where. */
export function removeData(dataDir: string): void {
  const pointer = join(dataDir, POINTER);
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
