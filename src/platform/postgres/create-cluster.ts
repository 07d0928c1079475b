import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputDiskProblem, StartProblem } from '../start-problem.ts';
import { writePrivately } from './passwords.ts';
import type { ServerPlace } from './place.ts';
import { runProgram } from './run-program.ts';

/** The cluster's superuser: it starts, provisions and stops, and never serves the application. */
export const SUPERUSER = 'postgres';

/** A cluster that is being made; each attempt has a name of its own, as a killed one's `initdb` may still write. */
const MAKING = '.making-';

/** Where a place keeps its cluster. */
export function clusterFolder(place: ServerPlace): string {
  return join(place.folder, 'cluster');
}

/**
 * Makes the cluster under another name and renames it when it is complete: one that was killed half-way never has
 * the name, and is thrown away by the next start. Text sorts in Vietnamese order.
 *
 * @throws StartProblem when the programs refuse
 */
export async function createCluster(
  binaries: string,
  place: ServerPlace,
  options: { superuserPassword: string; isDurable: boolean },
): Promise<void> {
  removeHalfMade(place);
  const making = `${clusterFolder(place)}${MAKING}${randomBytes(4).toString('hex')}`;
  const passwordFile = writePrivately(place, 'superuser-password', options.superuserPassword);
  const flags = [
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${characterLocale()}`,
    '--locale-provider=icu',
    '--icu-locale=vi',
  ];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const args = ['-D', making, ...flags, ...access, ...(options.isDurable ? [] : ['--no-sync'])];
  const { code, output } = await runProgram(join(binaries, 'initdb'), args, place.account);
  rmSync(passwordFile, { force: true });
  if (code !== 0)
    throw (
      outputDiskProblem(place.folder, output) ??
      new StartProblem(`Không tạo được cơ sở dữ liệu trong ${place.folder}: ${lastLines(output)}`)
    );
  renameSync(making, clusterFolder(place));
}

function removeHalfMade(place: ServerPlace): void {
  const halfMade = readdirSync(place.folder).filter((name) => name.includes(MAKING));
  for (const name of halfMade)
    rmSync(join(place.folder, name), { recursive: true, force: true, maxRetries: 5 });
}

/** Refuses a cluster of another major version: the programs cannot read it. @throws StartProblem */
export function checkClusterVersion(place: ServerPlace, binariesVersion: string): void {
  const file = join(clusterFolder(place), 'PG_VERSION');
  const clusterMajor = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'không rõ';
  const [major] = binariesVersion.split('.');
  if (clusterMajor !== major)
    throw new StartProblem(
      `Cơ sở dữ liệu trong ${place.folder} thuộc PostgreSQL ${clusterMajor}, chương trình này dùng PostgreSQL ${major}. Dùng đúng bản đã tạo ra dữ liệu, hoặc chuyển dữ liệu sang bản mới.`,
    );
}

/** The last lines a program printed, on one line, for a message. */
export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' ');
}

/** Trigram search reads letters by this locale; plain C knows no letter with a diacritic. */
function characterLocale(): string {
  const { stdout } = spawnSync('locale', ['-a'], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').find((name) => /^C\.utf-?8$/i.test(name)) ?? 'C';
}
