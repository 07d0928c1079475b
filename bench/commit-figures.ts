import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Id } from '../src/kernel/ids.ts';
import { type BenchServer, FIRST, openBenchPlatform } from './databases.ts';
import type { Book } from './figures.ts';
import { load, median, progress, timed } from './measuring.ts';
import { officeCaller, publish } from './office.ts';

const ROUNDS = 3;

/** Wall time, and the processor time of the server's process; undefined where the system does not tell it. */
type Time = { readonly ms: number; readonly cpuMs: number | undefined };

/** What one round took. */
type Round = { readonly commit: Time; readonly allRows: Time; readonly loans: Time };

/**
 * Publishes the same batch in copies of the database, and for good in the first. Beside it the same rows are copied
 * bare: into new tables with the same columns and primary keys and nothing else, in one transaction. "The same rows"
 * are all that the commit writes by version; the loans alone are shown as well.
 */
export async function measureCommit(server: BenchServer, book: Book, batchId: Id): Promise<void> {
  const rounds: Round[] = [];
  for (let n = 1; n <= ROUNDS; n++) {
    const name = n === ROUNDS ? FIRST : `commit_${n}`;
    if (name !== FIRST) await server.copyDatabase(FIRST, name);
    const round = await measureRound(server, name, batchId);
    progress(`commit ${n} of ${ROUNDS}: ${partsOf(round)}`);
    rounds.push(round);
    if (name !== FIRST) await server.dropDatabase(name);
  }
  addFigure(book, rounds, 'allRows', 'bare COPY of all rows it writes');
  addFigure(book, rounds, 'loans', 'bare COPY of its loans alone');
}

function addFigure(book: Book, rounds: readonly Round[], yardstick: 'allRows' | 'loans', what: string): void {
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  const cpu = rounds.map(({ commit, [yardstick]: copy }) => (commit.cpuMs ?? 0) / (copy.cpuMs ?? 0));
  book.add({
    what: yardstick === 'allRows' ? 'commit of the office' : 'the same commit',
    unit: 'ms',
    value: middle(({ commit }) => commit.ms),
    yardstick: { what, value: middle(({ [yardstick]: copy }) => copy.ms) },
    goal: { of: 'ratio', atMost: 3 },
    note: `median of ${ROUNDS} copies of the database, load ${load()}; the copied tables have the same columns and primary keys, one transaction, committed to the disk; ratio of the server's processor time ${median(cpu).toFixed(2)} ×; ${yardstick === 'loans' ? '' : rounds.map(partsOf).join('; ')}`,
  });
}

function partsOf({ commit, loans, allRows }: Round): string {
  const told = ({ ms, cpuMs }: Time) =>
    `${Math.round(ms)} ms${cpuMs === undefined ? '' : ` (CPU ${cpuMs} ms)`}`;
  return `commit ${told(commit)}, COPY of loans ${told(loans)}, of all rows ${told(allRows)}`;
}

async function measureRound(server: BenchServer, name: string, batchId: Id): Promise<Round> {
  const { platform, database } = openBenchPlatform(server.addressOf(name));
  const caller = await officeCaller(platform);
  const superuser = await server.connectSuperuser(name);
  const before = await cpuOfApplication(superuser);
  const { ms, result } = await timed(() => publish(platform, caller, batchId));
  const after = await cpuOfApplication(superuser);
  await database.close();
  const loans = await bareCopy(superuser, ['portfolio.position'], result.versionId);
  const allRows = await bareCopy(superuser, await tablesWithVersion(superuser), result.versionId);
  await superuser.end();
  return { commit: { ms, cpuMs: after && after - (before ?? 0) }, loans, allRows };
}

const TICK_MS = 10;

/** Processor time of the application's connections so far. */
async function cpuOfApplication(superuser: pg.Client): Promise<number | undefined> {
  const { rows } = await superuser.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const times = rows.map(({ pid }) => cpuOf(pid));
  return times.includes(undefined) ? undefined : times.reduce<number>((sum, time) => sum + (time ?? 0), 0);
}

/** Processor time of a process, as Linux counts it. */
function cpuOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}

/** Every table that keeps rows by version. */
async function tablesWithVersion(superuser: pg.Client): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'version_id' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Copies a version's rows, held in memory, into new tables with the same columns and primary key: one transaction, on the disk. */
async function bareCopy(superuser: pg.Client, tables: readonly string[], versionId: Id): Promise<Time> {
  const contents: Buffer[][] = [];
  await superuser.query('create schema bare');
  for (const [i, table] of tables.entries()) {
    const pieces: Buffer[] = [];
    const rows = `select * from ${table} where version_id = '${versionId}'`;
    for await (const piece of superuser.query(copyTo(`copy (${rows}) to stdout`)))
      pieces.push(piece as Buffer);
    contents.push(pieces);
    await superuser.query(`create table bare.t${i} (like ${table})`);
    await superuser.query(`alter table bare.t${i} add ${await primaryKeyOf(superuser, table)}`);
  }
  const pid = (await superuser.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
  const before = cpuOf(pid);
  const { ms } = await timed(async () => {
    await superuser.query('begin');
    for (const [i, pieces] of contents.entries())
      await pipeline(Readable.from(pieces), superuser.query(copyFrom(`copy bare.t${i} from stdin`)));
    await superuser.query('commit');
  });
  const after = cpuOf(pid);
  await superuser.query('drop schema bare cascade');
  return { ms, cpuMs: after && after - (before ?? 0) };
}

/** `PRIMARY KEY (…)` of a table. */
async function primaryKeyOf(superuser: pg.Client, table: string): Promise<string> {
  const { rows } = await superuser.query<{ key: string }>(
    `select pg_get_constraintdef(oid) as key from pg_constraint where conrelid = $1::regclass and contype = 'p'`,
    [table],
  );
  const [found] = rows;
  if (!found) throw new Error(`${table} has no primary key`);
  return found.key;
}
