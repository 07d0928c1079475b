import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream, pino } from 'pino';
import { makeFolder } from './make-folder.ts';
import { inFolder } from './start-problem.ts';

const KEPT_BYTES = 50_000_000;

/**
 * The log of this data folder, `giaoban.log`; a long one is put aside at the start as `giaoban.log.old`. The terminal
 * is left to the one line a person reads.
 */
export function openLogFile(dataDir: string): DestinationStream {
  return inFolder(dataDir, () => {
    makeFolder(dataDir);
    const file = join(dataDir, 'giaoban.log');
    if (existsSync(file) && statSync(file).size > KEPT_BYTES) renameSync(file, `${file}.old`);
    return pino.destination({ dest: file, sync: true });
  });
}
