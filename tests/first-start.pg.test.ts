import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { SAMPLE_PEOPLE } from '../src/server/demo/sample-people.ts';
import { askAbout, PERSON, type Person } from './ask-about-people.ts';
import { expectWholePast } from './demo-past.ts';
import { endProduct, type Run, startProduct } from './product-process.ts';
import { canMount, fillDisk } from './small-disk.ts';
import { untilStandstill } from './until-standstill.ts';

/** A first start with the demo, killed outright at one point after another: each start repairs what it finds. */
const PORT = 18_271;
let folder: string;
let dataDir: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban lần đầu '));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'dữ liệu mới');
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = (environment: Readonly<Record<string, string>> = {}): Run =>
  startProduct({
    ...{ cwd: PROJECT_ROOT, port: PORT },
    environment: { GIAOBAN_DATA_DIR: dataDir, GIAOBAN_DEMO: '1', ...environment },
  });

const inPlace = (name: string) => join(dataDir, 'postgresql', name);
const isMaking = () =>
  existsSync(inPlace('.')) && readdirSync(inPlace('.')).some((name) => name.includes('.making-'));

async function see<Row extends pg.QueryResultRow>(question: string): Promise<Row[]> {
  const { superuser: password } = JSON.parse(readFileSync(inPlace('passwords.json'), 'utf8'));
  const port = Number(readFileSync(inPlace('cluster/postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'giaoban' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(question)).rows;
  } finally {
    await client.end();
  }
}

/** What PostgreSQL and the system say while a database is not there yet, or its tables are not. */
const NOT_YET = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03', '3D000', '3F000', '42P01', '57P01'];
/** Between writing its number and its port a starting server has no port to ask at. */
const NO_PORT = 'ERR_SOCKET_BAD_PORT';

const monthsPublished = () => counted('select count(*)::int as count from portfolio.data_version');
const minutesWritten = () =>
  counted("select count(*)::int as count from governance.briefing where state = 'closed'");

async function counted(question: string): Promise<number> {
  try {
    const [row] = await see<{ count: number }>(question);
    return row?.count ?? 0;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if ([...NOT_YET, NO_PORT].includes(code)) return 0;
    throw error;
  }
}

const until = (hasCome: (run: Run) => boolean | Promise<boolean>, run: Run) =>
  untilStandstill(run, { hasCome, writesIn: ['', 'cluster', 'cluster/pg_wal'].map(inPlace), whereItStands });

/** For a failed wait: what the product has said, what its database is at, the last of its log. */
async function whereItStands(run: Run): Promise<string> {
  const atWork = await see(
    'select state, wait_event_type, wait_event, left(query, 120) as query from pg_stat_activity',
  )
    .then((rows) => JSON.stringify(rows, null, 1))
    .catch((error: unknown) => `no answer from the database: ${String(error)}`);
  const log = join(dataDir, 'giaoban.log');
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : 'no log';
  return [run.output(), atWork, lines].join('\n');
}

const BEGINS = /Đang chuẩn bị dữ liệu mẫu/;

const POINTS: readonly [string, (run: Run) => boolean | Promise<boolean>][] = [
  ['its data folder is there', () => existsSync(dataDir)],
  ['its passwords are there', () => existsSync(inPlace('passwords.json'))],
  ['the cluster is being made', isMaking],
  ['the cluster is there', () => existsSync(inPlace('cluster/PG_VERSION'))],
  ['the database starts', () => existsSync(inPlace('cluster/postmaster.pid'))],
  ['the demo begins', (run) => BEGINS.test(run.output())],
  ['two months are published', async () => (await monthsPublished()) >= 2],
  ['nine months are published', async () => (await monthsPublished()) >= 9],
  ['the first minutes are written', async () => (await minutesWritten()) >= 1],
  ['some communes have gone through a month more', async () => (await minutesWritten()) >= 7],
];

/** The whole demo is filled, on whatever machine: what stands still is found by `until`. */
const WHATEVER_IT_TAKES_MS = 3_600_000;

describe('a first start that is killed', { timeout: WHATEVER_IT_TAKES_MS }, () => {
  test.each(POINTS)('when %s leaves nothing that the next cannot go on from', async (_, point) => {
    const run = start();
    await until(point, run);
    await endProduct(run, 'SIGKILL');
  });

  test('is completed by the next start: all of the demo, once, and an audit trail without a gap', async () => {
    const run = start();
    expect(await run.line).toContain('dữ liệu mẫu: quantri');
    expect(isMaking()).toBe(false);
    const [months] = await see(
      'select count(*)::int as versions, count(distinct data_date)::int as dates from portfolio.data_version',
    );
    expect(months).toEqual({ versions: 24, dates: 24 });
    const [people] = await see('select count(*)::int as people from identity.user_account');
    expect(people).toEqual({ people: SAMPLE_PEOPLE.length });
    await expectWholePast(see, PORT);
    const verify = startProduct({
      ...{ cwd: PROJECT_ROOT, port: 0, args: ['bin/giaoban.mjs', 'audit', 'verify'] },
      environment: { GIAOBAN_DATA_DIR: dataDir },
    });
    expect((await once(verify.child, 'exit'))[0], verify.output()).toBe(0);
    await askAbout(PORT, await see<Person>(PERSON));
    expect(await endProduct(run)).toBe(0);
  });

  test('and nothing in its logs names a person of the demo, a phone or an identity number', async () => {
    const run = start();
    await run.line;
    const people = await see<Person>(PERSON.replace('limit 3', ''));
    expect(await endProduct(run)).toBe(0);
    const logs = ['giaoban.log', 'postgresql/server.log', 'postgresql/server.log.old'];
    const log = logs.map((name) => readFileSync(join(dataDir, name), 'utf8')).join('\n');
    expect(log).toContain('/api/people');
    expect(people.length).toBeGreaterThan(300);
    for (const { name } of people) expect(log.includes(name), name).toBe(false);
    for (const { fullName } of SAMPLE_PEOPLE) expect(log.includes(fullName), fullName).toBe(false);
    expect(log.match(/(?<![\da-f-])\d{12}(?!\d)|(?<![\da-f-])0\d{9}(?!\d)|(?<!\d)\d{16}(?!\d)/g)).toBeNull();
  });
});

/** A small disk of its own is root's to make. */
test('a small disk can be made here', ({ skip }) => {
  if (canMount) return;
  const notRun = 'NOT RUN: only root, where mounting is allowed, can make a small disk and fill it.';
  process.stderr.write(`${notRun}\n`);
  skip(notRun);
});

describe.runIf(canMount)('a disk that runs full', { timeout: WHATEVER_IT_TAKES_MS }, () => {
  const disk = () => join(folder, 'đĩa nhỏ');
  const onDisk = { GIAOBAN_DEMO: '0' };

  beforeAll(() => {
    mkdirSync(disk());
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=102m', 'tmpfs', disk()]);
    chmodSync(disk(), 0o755);
    dataDir = join(disk(), 'd');
  });
  const MOST_TRIES = 300;
  // The database goes on writing for a moment after the product has ended.
  afterAll(async () => {
    for (let tries = 0; spawnSync('umount', [disk()]).status !== 0; tries++) {
      if (tries === MOST_TRIES)
        throw new Error('the small disk stays busy: something of the product goes on');
      await sleep(1_000);
    }
  }, WHATEVER_IT_TAKES_MS);

  const ballast = () => join(disk(), 'đầy');

  const sentence = /^Ổ đĩa chứa .* đã đầy\. Giải phóng chỗ trống rồi chạy lại; dữ liệu đã có không mất\.$/m;

  async function endedFull(run: Run): Promise<void> {
    await expect(run.line).rejects.toThrow('ended with 1');
    expect(run.output()).toMatch(sentence);
    expect(run.output()).not.toMatch(/^\s+at /m);
  }

  test('before anything is made', async () => {
    writeFileSync(ballast(), Buffer.alloc(30_000_000));
    const run = start(onDisk);
    await expect(run.line).rejects.toThrow('gần đầy: cần ít nhất 100 MB trống');
    rmSync(ballast());
  });

  test('while the cluster is made', async () => {
    const run = start(onDisk);
    await until(() => existsSync(inPlace('passwords.json')), run);
    fillDisk(disk(), ballast());
    await endedFull(run);
    rmSync(ballast());
  });

  test('while the demo is filled; with room again everything is there and goes on', async () => {
    const run = start({ GIAOBAN_DEMO: '1' });
    await endedFull(run);
    execFileSync('mount', ['-o', 'remount,size=700m', disk()]);
    const again = start(onDisk);
    // The database of the start before may still be there for a moment, and has its months.
    const goesOn = async () => BEGINS.test(again.output()) && (await monthsPublished()) >= 3;
    await until(goesOn, again);
    expect(await endProduct(again)).toBe(0);
  });
});
