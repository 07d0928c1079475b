import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DatabaseAddress } from '../db/database.ts';
import type { EmbeddedOptions } from '../postgres/embedded.ts';
import { PROJECT_ROOT } from '../project.ts';

/** What the other process says once its server is open, or why it is not. */
export type HeldServer = {
  readonly isStartedHere: boolean;
  readonly folder: string;
  readonly superuser: DatabaseAddress;
  readonly problem?: string;
};

/** Another process that opens the embedded server. */
export type ServerProcess = {
  readonly process: ChildProcess;
  readonly held: Promise<HeldServer>;
  /** Ends it as Ctrl+C would: it lets go of the server first. */
  end(): Promise<void>;
};

/** Starts such a process, under another account where one is given (root only). */
export function startServerProcess(
  options: EmbeddedOptions,
  account?: { uid: number; gid: number },
): ServerProcess {
  const file = join(PROJECT_ROOT, 'src/platform/testing/hold-server.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(options)], {
    ...account,
    cwd: PROJECT_ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const held = new Promise<HeldServer>((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line) as HeldServer));
    child.once('exit', (code) =>
      reject(new Error(`the process ended with ${code} before its server was open`)),
    );
  });
  // The promise is awaited by some tests only; a killed process must not fail the others.
  held.catch(() => undefined);
  const end = async () => {
    child.stdin.end();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { process: child, held, end };
}
