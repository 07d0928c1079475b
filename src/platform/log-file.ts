import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream, pino } from 'pino';
import { makeFolder } from './make-folder.ts';
import { inFolder } from './start-problem.ts';

/** How much room the log may take: `oldFiles + 1` files of about `fileBytes` each. */
export type LogLimits = {
  readonly fileBytes: number;
  /** After so many bytes written the file is looked at: how long it is, and whether another process put it aside. */
  readonly lookBytes: number;
  /** At least one. */
  readonly oldFiles: number;
};

const LIMITS: LogLimits = { fileBytes: 50_000_000, lookBytes: 1_000_000, oldFiles: 3 };

/**
 * The log of this data folder, `giaoban.log`; a long one is put aside, at the start and while it is written, as
 * `giaoban.log.old`, those before it as `giaoban.log.old.2` and so on; the oldest goes. The terminal is left to the one
 * line a person reads.
 */
export function openLogFile(dataDir: string, limits: LogLimits = LIMITS): DestinationStream {
  return inFolder(dataDir, () => {
    makeFolder(dataDir);
    const file = join(dataDir, 'giaoban.log');
    putAsideWhenLong(file, limits);
    const destination = pino.destination({ dest: file, sync: true });
    let unseenBytes = 0;
    return {
      write: (line) => {
        destination.write(line);
        unseenBytes += Buffer.byteLength(line);
        if (unseenBytes < limits.lookBytes) return;
        unseenBytes = 0;
        lookAfter(file, destination, limits);
      },
    };
  });
}

/** Goes on in the file that has the log's name now: this process may just have put the old one aside, or another has. */
function lookAfter(file: string, destination: { reopen(): void }, limits: LogLimits): void {
  try {
    putAsideWhenLong(file, limits);
    destination.reopen();
  } catch {
    // The disk or the system's limit of open files: what is open is written on, and the next look tries again.
  }
}

function putAsideWhenLong(file: string, { fileBytes, oldFiles }: LogLimits): void {
  if (!existsSync(file) || statSync(file).size < fileBytes) return;
  const names = [file, ...Array.from({ length: oldFiles }, (_, i) => oldName(file, i + 1))];
  for (let i = oldFiles; i > 0; i--) {
    const [from = '', to = ''] = [names[i - 1], names[i]];
    if (existsSync(from)) renameSync(from, to);
  }
}

function oldName(file: string, age: number): string {
  return age === 1 ? `${file}.old` : `${file}.old.${age}`;
}
