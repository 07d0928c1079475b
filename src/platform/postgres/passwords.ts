import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { inFolder, StartProblem } from '../start-problem.ts';
import { give, type ServerPlace } from './place.ts';

/** The passwords of the embedded server: the cluster's superuser, and the role that owns the product's tables. */
export type Passwords = { readonly superuser: string; readonly owner: string };

/**
 * Reads the passwords, or makes them before the first cluster is made.
 *
 * @throws StartProblem when a cluster exists and its passwords are lost
 */
export function ensurePasswords(place: ServerPlace, clusterExists: boolean): Passwords {
  const file = join(place.folder, 'passwords.json');
  return inFolder(place.folder, () => {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
    if (clusterExists)
      throw new StartProblem(
        `Thiếu tệp mật khẩu ${file} của cơ sở dữ liệu đã có. Chép lại tệp này từ bản sao lưu rồi chạy lại.`,
      );
    const made = {
      superuser: randomBytes(24).toString('base64url'),
      owner: randomBytes(24).toString('base64url'),
    };
    writePrivately(place, 'passwords.json', JSON.stringify(made));
    return made;
  });
}

/** A secret of this machine's own, made at the first call: for a server whose owner needs no password. */
export function ownSecret(file: string): string {
  return inFolder(dirname(file), () => {
    if (existsSync(file)) return readFileSync(file, 'utf8');
    makeFolder(dirname(file));
    const secret = randomBytes(24).toString('base64url');
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  });
}

/** Writes a file that only the server's account may read; complete on the disk before it has its name. */
export function writePrivately(place: ServerPlace, name: string, text: string): string {
  const file = join(place.folder, name);
  const making = `${file}.making`;
  const handle = openSync(making, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  give(making, place.account);
  renameSync(making, file);
  return file;
}
