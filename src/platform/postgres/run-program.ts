import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

/** How a program ended, with the last part of what it printed. */
export type ProgramEnd = { readonly code: number | null; readonly output: string };

const OUTPUT_KEPT = 4000;

/** Only what the server's programs need: a `PGDATA` or locale of the person's shell must not reach them. */
export const PROGRAM_ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs one of the server's programs to its end, under the given account, from a folder everyone may enter. */
export function runProgram(file: string, args: readonly string[], account: Account): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...account,
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-OUTPUT_KEPT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
