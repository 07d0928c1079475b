import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { inFolder, StartProblem } from '../start-problem.ts';
import { type Account, canEnter, serverAccount } from './account.ts';

/** Where the embedded server keeps everything of its own, and under which account it runs. */
export type ServerPlace = { readonly folder: string; readonly account: Account };

/** Below it lie the servers whose data folder the unprivileged account cannot enter. */
const ELSEWHERE = '/var/lib/giaoban';
/** In the data folder: names the place when it lies elsewhere. Deleting the data folder forgets the database. */
const POINTER = 'database-place.txt';
const INSIDE = 'postgresql';

const FREE_BYTES_NEEDED = 100_000_000;

/**
 * Finds or makes the server's place: `postgresql` in the data folder. When root runs the server under another
 * account that cannot enter the data folder (below `/root`, or mode 0700), the place lies in `/var/lib/giaoban`.
 *
 * @throws StartProblem when the folder cannot be written, or the disk is nearly full
 */
export function serverPlace(dataDir: string, freeBytesNeeded = FREE_BYTES_NEEDED): ServerPlace {
  const place = inFolder(dataDir, () => choosePlace(dataDir));
  inFolder(place.folder, () => {
    makeFolder(place.folder, 0o700);
    give(place.folder, place.account);
    accessSync(place.folder, constants.R_OK | constants.W_OK | constants.X_OK);
  });
  refuseFullDisk(place.folder, freeBytesNeeded);
  return place;
}

/** Hands a file or folder to the server's account. */
export function give(path: string, account: Account): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** True where an embedded database lies, or is just being made, for this data folder; looks only, makes nothing. */
export function hasServerPlace(dataDir: string): boolean {
  return existsSync(elsewhere(dataDir) ?? join(dataDir, INSIDE));
}

/** The folder that the data folder names as its place, where it names one. */
function elsewhere(dataDir: string): string | undefined {
  const pointer = join(dataDir, POINTER);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
}

function choosePlace(dataDir: string): ServerPlace {
  makeDataFolder(dataDir);
  const named = elsewhere(dataDir);
  if (named !== undefined) return { folder: named, account: serverAccount(named) };
  const inside = join(dataDir, INSIDE);
  const account = serverAccount(inside);
  if (canEnter(account, dataDir)) return { folder: inside, account };
  const folder = join(ELSEWHERE, randomBytes(6).toString('hex'));
  makeFolder(ELSEWHERE, 0o755);
  writeFileSync(join(dataDir, POINTER), `${folder}\n`);
  return { folder, account };
}

function makeDataFolder(dataDir: string): void {
  if (existsSync(dataDir)) return;
  const account = serverAccount(dataDir);
  makeFolder(dataDir);
  give(dataDir, account);
}

function refuseFullDisk(folder: string, neededBytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= neededBytes) return;
  const megabytes = Math.ceil(neededBytes / 1_000_000);
  throw new StartProblem(
    `Ổ đĩa chứa ${folder} gần đầy: cần ít nhất ${megabytes} MB trống. Giải phóng chỗ trống rồi chạy lại; dữ liệu đã có không mất.`,
  );
}
