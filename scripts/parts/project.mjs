import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Something the person must put right: printed without a stack. */
export class Problem extends Error {}

/** Tells what takes time. On the error stream, so that a command's output stays clean. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Runs a script; a problem is printed as its sentence alone, and after it the last line that is promised, if any. */
export async function runScript(work, { lastLine = '' } = {}) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
    if (lastLine) process.stdout.write(`${lastLine}\n`);
    process.exit(1);
  }
}
