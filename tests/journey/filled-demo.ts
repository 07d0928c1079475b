import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withFileLock } from '../../src/platform/file-lock.mjs';
import { newDataDir, POINTER, startProduct } from './product.ts';

/**
 * A data folder with a fresh demo in it, as the product leaves it when it is ended: a copy of one that is filled once for all
 * files of a run, because filling it is long and each time the same. Whoever asks while another fills it waits.
 *
 * @param run a folder of this run alone, empty at its beginning
 */
export async function copyOfFilledDemo(run: string): Promise<string> {
  const filled = await withFileLock(join(run, 'lock'), () => filledOnce(run));
  const copy = newDataDir();
  copyFolder(filled, copy);
  // Where the database lies outside the data folder, the copy has a place of its own too.
  const pointer = join(copy, POINTER);
  if (existsSync(pointer)) {
    const place = readFileSync(pointer, 'utf8').trim();
    const ownPlace = `${place}-${basename(copy)}`;
    copyFolder(place, ownPlace);
    writeFileSync(pointer, `${ownPlace}\n`);
  }
  return copy;
}

/** Where the demo of this run lies, filled by whoever asks first. */
async function filledOnce(run: string): Promise<string> {
  const note = join(run, 'filled');
  if (existsSync(note)) return readFileSync(note, 'utf8');
  const filled = newDataDir(run);
  const product = await startProduct({}, filled);
  await product.end();
  writeFileSync(note, filled);
  return filled;
}

/** With owners and rights as they are: the database's server takes its files from nobody else. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  execFileSync('cp', ['-a', `${from}/.`, `${to}/`]);
}
