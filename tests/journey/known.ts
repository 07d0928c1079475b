import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** What axe found nothing wrong with: kinds of what is drawn, by screen, and ways in which pages are built. */
export type Known = { has(text: string): boolean; add(text: string): void };

/** Their length, each with the end of its line: the texts themselves describe whole pages. */
const HASH_BYTES = 65;

/**
 * What is known to all files of a run, whichever of them asked: they look at the same product, so what one has asked axe about
 * the others need not.
 *
 * @param run a folder of this run alone, empty at its beginning
 */
export function knownToRun(run: string): Known {
  const file = join(run, 'known');
  const hashes = new Set<string>();
  let read = 0;
  const readOn = () => {
    const added = bytesFrom(file, read).toString('latin1');
    for (let at = 0; at + HASH_BYTES <= added.length; at += HASH_BYTES) {
      hashes.add(added.slice(at, at + HASH_BYTES - 1));
      read += HASH_BYTES;
    }
  };
  return {
    has: (text) => {
      const hash = hashOf(text);
      if (!hashes.has(hash)) readOn();
      return hashes.has(hash);
    },
    add: (text) => {
      const hash = hashOf(text);
      if (hashes.has(hash)) return;
      hashes.add(hash);
      // At the end of the file, whoever else writes there.
      appendFileSync(file, `${hash}\n`);
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What was added to a file after its first bytes; nothing where there is none. */
function bytesFrom(path: string, start: number): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0);
  const file = openSync(path, 'r');
  try {
    const added = Buffer.alloc(Math.max(0, fstatSync(file).size - start));
    return added.subarray(0, readSync(file, added, 0, added.length, start));
  } finally {
    closeSync(file);
  }
}
