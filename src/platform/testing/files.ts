import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileStore, fileStore } from '../files/file-store.ts';
import { type Scan, scanWith } from '../files/scan-file.ts';

/** A store in a folder of its own. */
export type TestFileStore = {
  readonly store: FileStore;
  readonly folder: string;
  /** Removes the folder with everything in it. */
  clear(): void;
};

/** Opens one. */
export function testFileStore(scan: Scan = scanWith(null)): TestFileStore {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-files-'));
  return {
    store: fileStore({ folder, scan }),
    folder,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
