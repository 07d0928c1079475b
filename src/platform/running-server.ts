import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Closer } from './closers.ts';
import type { Settings } from './settings.ts';
import { siteAddress } from './site-address.ts';
import { errorCode } from './start-problem.ts';

/** What a server notes of itself: its process, and where people open it; null where its settings do not tell. */
type Note = { readonly pid: number; readonly address: string | null };

const fileIn = (dataDir: string): string => join(dataDir, 'running-server.json');

/**
 * Notes in the data folder where this server is opened, for commands that run beside it: they are started without its
 * PORT and HOST. Of several servers on one folder the last that started counts.
 *
 * @param settings with the port it really listens on
 * @returns what takes the note away
 */
export function noteRunningServer(settings: Settings): Closer {
  const file = fileIn(settings.dataDir);
  const note: Note = { pid: process.pid, address: siteAddress(settings) };
  writeFileSync(file, JSON.stringify(note), { mode: 0o600 });
  return async () => {
    if (readNote(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/**
 * The address under which people open the site, for a command: that of the server that runs on the same data folder,
 * otherwise the one that the command's own settings tell. Null where neither is known.
 */
export function siteAddressBeside(settings: Settings): string | null {
  const note = readNote(fileIn(settings.dataDir));
  return note !== null && isAlive(note.pid) ? note.address : siteAddress(settings);
}

function readNote(file: string): Note | null {
  try {
    const { pid, address } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (!Number.isSafeInteger(pid) || Number(pid) <= 0) return null;
    return { pid: Number(pid), address: typeof address === 'string' ? address : null };
  } catch {
    // No server runs, or one was stopped while it wrote: the settings answer.
    return null;
  }
}

/** A server that was killed leaves its note behind. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
