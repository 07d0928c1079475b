import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type pg from 'pg';
import { PROJECT_ROOT } from '../project.ts';
import { StartProblem } from '../start-problem.ts';

/** One step of the one migration path: plain SQL, numbered across all modules. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

/** Held while migrating, so that two processes starting together do not both migrate. */
const MIGRATION_LOCK = 4_021_979;

/** All steps in order. @throws Error when two carry one number or a name has no number */
export function readMigrations(): Migration[] {
  const steps = migrationFolders().flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .map((file) => readMigration(join(folder, file))),
  );
  steps.sort((a, b) => a.number - b.number);
  const twice = steps.find((step, i) => step.number === steps[i - 1]?.number);
  if (twice) throw new Error(`two migrations carry the number ${twice.number}`);
  return steps;
}

function migrationFolders(): string[] {
  const modules = join(PROJECT_ROOT, 'src/modules');
  const ofModules = readdirSync(modules).map((module) => join(modules, module, 'db/migrations'));
  return [join(PROJECT_ROOT, 'src/platform/db/migrations'), ...ofModules].filter(existsSync);
}

function readMigration(file: string): Migration {
  const sql = readFileSync(file, 'utf8');
  const name = basename(file, '.sql');
  const number = Number(/^(\d{4})-/.exec(name)?.[1]);
  if (Number.isNaN(number)) throw new Error(`a migration is named NNNN-what: ${file}`);
  return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** A step that a database has been through, as it was when it ran. */
type StepDone = Omit<Migration, 'sql'>;

/**
 * Asks whether this program may work on a database at all, and writes nothing: the schema may be one that only a newer
 * program knows.
 *
 * @returns the numbers of the steps that the database has been through; none for a new one
 * @throws StartProblem when it has been through a step that this program has not, or one that was changed since
 */
export async function checkSteps(
  owner: pg.Client,
  migrations: readonly Migration[],
): Promise<ReadonlySet<number>> {
  const done = await readDone(owner);
  refuseNewer(migrations, done);
  refuseChanged(migrations, done);
  return new Set(done.map(({ number }) => number));
}

async function readDone(owner: pg.Client): Promise<StepDone[]> {
  const { rowCount } = await owner.query(
    `select from pg_tables where schemaname = 'public' and tablename = 'giaoban_migration'`,
  );
  if (rowCount === 0) return [];
  const { rows } = await owner.query<StepDone>(
    'select number, name, checksum from public.giaoban_migration order by number',
  );
  return rows;
}

/**
 * Brings a database to the present schema, as its owner: each step in a transaction of its own, each recorded
 * with its checksum, none ever run twice.
 *
 * @returns the names of the steps that were run now
 * @throws StartProblem as `checkSteps`; then nothing is written
 */
export async function migrate(owner: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    const done = await checkSteps(owner, migrations);
    await owner.query(`create table if not exists public.giaoban_migration (
      number integer primary key, name text not null, checksum text not null)`);
    await owner.query(
      `comment on table public.giaoban_migration is 'local: the steps this database has been through'`,
    );
    // Read by the health page, which says whether the database is the one this code was written for.
    await owner.query('grant select on public.giaoban_migration to giaoban_app');
    const ran: string[] = [];
    for (const step of migrations) {
      if (done.has(step.number)) continue;
      await run(owner, step);
      ran.push(step.name);
    }
    return ran;
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

function refuseNewer(migrations: readonly Migration[], done: readonly StepDone[]): void {
  const known = new Set(migrations.map(({ number }) => number));
  const newest = done.findLast(({ number }) => !known.has(number));
  if (newest === undefined) return;
  throw new StartProblem(
    `Cơ sở dữ liệu này thuộc một bản Giao Ban mới hơn: nó đã qua bước ${newest.name} mà bản đang chạy chưa có, nên chương trình không khởi động. Cài bản mới hơn, là bản đã dùng với cơ sở dữ liệu này, rồi chạy lại; dữ liệu chưa bị thay đổi.`,
  );
}

function refuseChanged(migrations: readonly Migration[], done: readonly StepDone[]): void {
  const checksums = new Map(done.map(({ number, checksum }) => [number, checksum]));
  const changed = migrations.find(({ number, checksum }) => (checksums.get(number) ?? checksum) !== checksum);
  if (changed === undefined) return;
  throw new StartProblem(
    `Bước ${changed.name} của cơ sở dữ liệu đã bị sửa sau khi chạy, nên chương trình không khởi động. Cài lại đúng bản chương trình đã phát hành rồi chạy lại; dữ liệu chưa bị thay đổi.`,
  );
}

async function run(owner: pg.Client, step: Migration): Promise<void> {
  await owner.query('begin');
  try {
    for (const statement of statements(step.sql)) await owner.query(statement);
    await owner.query('insert into public.giaoban_migration (number, name, checksum) values ($1, $2, $3)', [
      step.number,
      step.name,
      step.checksum,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`migration ${step.name}: ${(error as Error).message}`, { cause: error });
  }
}

/** Splits at semicolons that end a line outside `$$` bodies: a distributed server takes one DDL statement a call. */
export function statements(sql: string): string[] {
  const found: string[] = [];
  let current = '';
  let inBody = false;
  for (const line of sql.split('\n')) {
    if (!inBody && line.trimStart().startsWith('--')) continue;
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody;
    current += `${line}\n`;
    if (!inBody && line.trimEnd().endsWith(';')) {
      found.push(current.trim());
      current = '';
    }
  }
  if (current.trim() !== '') throw new Error('the last statement has no semicolon');
  return found;
}
