import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartProblem } from '../start-problem.ts';

/** The system account the database server runs under; `undefined`: the account of this process. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** Accounts that exist on almost every system, the better one first. */
const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * Chooses the account: PostgreSQL refuses to run as root, so root hands it to whom the folder (or, where it does
 * not exist yet, the folder it is made in) belongs, else to an unprivileged account of the system.
 *
 * @throws StartProblem when root finds no such account
 */
export function serverAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of [String(ownerOf(folder)), ...UNPRIVILEGED]) {
    const uid = lookUp('-u', name);
    const gid = lookUp('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new StartProblem(
    'PostgreSQL không chạy bằng tài khoản root, và máy này không có tài khoản postgres hay nobody. Chạy lại bằng một tài khoản thường.',
  );
}

/** True when the account may enter the folder: every folder on the way must let it through. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

function ownerOf(folder: string): number {
  return existsSync(folder) ? statSync(folder).uid : ownerOf(dirname(folder));
}

/** Asks the system for an account's number or its group's, by name or number; `undefined` when it has none such. */
function lookUp(what: '-u' | '-g', account: string): number | undefined {
  const answer = spawnSync('id', [what, account], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
}
