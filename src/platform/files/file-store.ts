import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Id, isId } from '../../kernel/ids.ts';
import { errorCode } from '../start-problem.ts';
import type { Scan } from './scan-file.ts';

/** Where a file lies: whose it is, and what the server calls its bytes. */
export type FilePlace = { readonly communeId: Id; readonly storedAs: Id };

/** The bytes of files, in the data folder. Names are made here, so that nothing a person or their browser wrote becomes a path [FS3]. */
export type FileStore = {
  /** Writes the bytes whole or not at all; written again they are replaced. */
  write(place: FilePlace, bytes: Buffer): Promise<void>;
  /** The bytes; undefined where they are gone, or are no longer those of the hash. */
  read(place: FilePlace, sha256: string): Promise<Buffer | undefined>;
  /** Removes the bytes; those that are gone already are none. */
  remove(place: FilePlace): Promise<void>;
  /** Every file that was written before a moment, one commune after the other. */
  writtenBefore(moment: Date): AsyncIterable<FilePlace>;
  readonly scan: Scan;
};

/** Opens the store of a folder, which is made when the first file comes. */
export function fileStore({ folder, scan }: { readonly folder: string; readonly scan: Scan }): FileStore {
  const pathOf = ({ communeId, storedAs }: FilePlace) =>
    join(folder, communeId, storedAs.slice(-2), storedAs);
  return {
    scan,
    write: (place, bytes) => writeWhole(pathOf(place), bytes),
    read: async (place, sha256) => {
      const bytes = await orMissing(readFile(pathOf(place)));
      return bytes !== undefined && sha256Of(bytes) === sha256 ? bytes : undefined;
    },
    remove: async (place) => {
      await rm(pathOf(place), { force: true });
      await rm(besideOf(pathOf(place)), { force: true });
    },
    writtenBefore: (moment) => filesBefore(folder, moment),
  };
}

/** The hash of bytes, in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Written beside, flushed, then put in its place: a power cut leaves the file or none. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = besideOf(path);
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** Where bytes are written before they are in their place. */
function besideOf(path: string): string {
  return `${path}.new`;
}

async function* filesBefore(folder: string, moment: Date): AsyncGenerator<FilePlace> {
  for (const communeId of await namesIn(folder))
    for (const part of await namesIn(join(folder, communeId)))
      for (const name of await namesIn(join(folder, communeId, part))) {
        const [storedAs = ''] = name.split('.');
        if (!isId(communeId) || !isId(storedAs)) continue;
        const found = await orMissing(stat(join(folder, communeId, part, name)));
        if (found !== undefined && found.mtime < moment) yield { communeId, storedAs };
      }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await orMissing(readdir(folder))) ?? [];
}

async function orMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
