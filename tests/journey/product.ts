import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/platform/project.ts';

/** The product as it is built, running with a fresh demo. */
export type Product = {
  readonly address: string;
  /** Ends the server and removes what it kept. */
  stop(): Promise<void>;
};

/**
 * Starts the built product on a free port with a data folder of its own.
 *
 * @param settings what is set besides, by name
 * @throws Error with its output when it ends first
 */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<Product> {
  const program = join(PROJECT_ROOT, 'dist/server/main.mjs');
  if (!existsSync(program)) throw new Error('the product is not built: run `npm run build` first');
  const dataDir = mkdtempSync(join(tmpdir(), 'giaoban-journey-'));
  chmodSync(dataDir, 0o755);
  const server = spawn(process.execPath, [program], {
    cwd: PROJECT_ROOT,
    env: { ...environment(), ...settings, PORT: '0', GIAOBAN_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    removeData(dataDir);
  };
  try {
    return { address: await addressOf(server), stop };
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

/** The database may lie outside the data folder, which then says where. */
function removeData(dataDir: string): void {
  const pointer = join(dataDir, 'database-place.txt');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
