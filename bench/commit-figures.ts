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

/** What one round took, in milliseconds. */
type Round = { readonly commitMs: number; readonly positionsMs: number; readonly allRowsMs: number };

/** Publishes the same batch in copies of the database, and for good in the first; beside it bare COPY of its rows. */
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
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  book.add({
    what: 'commit of the office',
    unit: 'ms',
    value: middle((round) => round.commitMs),
    yardstick: { what: 'bare COPY of its loans', value: middle((round) => round.positionsMs) },
    goal: { of: 'ratio', atMost: 3 },
    note: `median of ${ROUNDS} copies of the database, load ${load()}; the table without an index, committed to the disk; bare COPY of all rows that the commit writes: ${Math.round(middle((round) => round.allRowsMs))} ms; ${rounds.map(partsOf).join('; ')}`,
  });
}

function partsOf({ commitMs, positionsMs, allRowsMs }: Round): string {
  const ms = (value: number) => `${Math.round(value)} ms`;
  return `commit ${ms(commitMs)}, COPY of loans ${ms(positionsMs)}, of all rows ${ms(allRowsMs)}`;
}

async function measureRound(server: BenchServer, name: string, batchId: Id): Promise<Round> {
  const { platform, database } = openBenchPlatform(server.addressOf(name));
  const caller = await officeCaller(platform);
  const { ms: commitMs, result } = await timed(() => publish(platform, caller, batchId));
  await database.close();
  const superuser = await server.connectSuperuser(name);
  const positionsMs = await bareCopy(superuser, ['portfolio.position'], result.versionId);
  const allRowsMs = await bareCopy(superuser, await tablesWithVersion(superuser), result.versionId);
  await superuser.end();
  return { commitMs, positionsMs, allRowsMs };
}

/** Every table that keeps rows by version. */
async function tablesWithVersion(superuser: pg.Client): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'version_id' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Copies a version's rows, held in memory, into new tables without an index: one transaction, on the disk. */
async function bareCopy(superuser: pg.Client, tables: readonly string[], versionId: Id): Promise<number> {
  const contents = new Map<string, Buffer[]>();
  for (const table of tables) {
    const pieces: Buffer[] = [];
    const rows = `select * from ${table} where version_id = '${versionId}'`;
    for await (const piece of superuser.query(copyTo(`copy (${rows}) to stdout`)))
      pieces.push(piece as Buffer);
    contents.set(table, pieces);
  }
  await superuser.query('create schema bare');
  for (const [i, table] of tables.entries()) await superuser.query(`create table bare.t${i} (like ${table})`);
  const { ms } = await timed(async () => {
    await superuser.query('begin');
    for (const [i, table] of tables.entries())
      await pipeline(
        Readable.from(contents.get(table) ?? []),
        superuser.query(copyFrom(`copy bare.t${i} from stdin`)),
      );
    await superuser.query('commit');
  });
  await superuser.query('drop schema bare cascade');
  return ms;
}
