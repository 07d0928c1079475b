import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedPostgres } from '../scripts/parts/postgresql.mjs';
import { bankFiles } from '../src/modules/extracts/testing/bank-files.ts';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { type SystemServer, startSystemServer } from '../src/platform/testing/system-server.ts';
import { type Certificate, makeCertificate } from './certificate.ts';
import { endProduct, startProduct } from './product-process.ts';

/** The product on an existing PostgreSQL, the oldest it supports, owned by a role that is no superuser. */
const programs = installedPostgres();
const NOT_RUN =
  'NOT RUN: no PostgreSQL server (15 or newer) of the system was found; npm test installs it as root on Debian. Elsewhere install it and set POSTGRES_BIN to the folder of its programs.';
const PORT = 18_261;

let folder: string;
let certificate: Certificate;
let server: SystemServer;
let superuser: pg.Client;

const urlOf = (user: string, { database = 'giaoban', mode = 'disable' } = {}) =>
  `postgres://${user}:${encodeURIComponent('mật khẩu')}@localhost:${server.superuser.port}/${database}?sslmode=${mode}`;

const product = (
  url: string,
  { args, ...environment }: { args?: string[]; NODE_EXTRA_CA_CERTS?: string } = {},
) =>
  startProduct({
    ...{ cwd: PROJECT_ROOT, port: PORT, ...(args ? { args } : {}) },
    environment: { DATABASE_URL: url, GIAOBAN_DATA_DIR: join(folder, 'dữ liệu'), ...environment },
  });

async function giaoban(url: string, ...args: string[]): Promise<unknown> {
  const run = product(url, { args: ['bin/giaoban.mjs', ...args, '--json'] });
  const [code] = await once(run.child, 'exit');
  expect(code, run.output()).toBe(0);
  return JSON.parse(run.output());
}

test('a PostgreSQL server of the system is there to be tested against', ({ skip }) => {
  if (programs !== undefined) return expect(existsSync(join(programs, 'postgres'))).toBe(true);
  process.stderr.write(`${NOT_RUN}\n`);
  if (process.env.CI === 'true') throw new Error(NOT_RUN);
  return skip(NOT_RUN);
});

describe.skipIf(programs === undefined)('an existing PostgreSQL', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'giaoban-existing-'));
    certificate = makeCertificate(folder);
    server = await startSystemServer(programs ?? '', certificate);
    superuser = new pg.Client(server.superuser);
    await superuser.connect();
    for (const role of ['chu', 'chu_ma_hoa'])
      await superuser.query(
        `create role ${role} login createrole createdb nosuperuser nobypassrls password 'mật khẩu'`,
      );
    await superuser.query('create database giaoban owner chu');
    await superuser.query('create database ma_hoa owner chu_ma_hoa');
  });

  afterAll(async () => {
    await superuser?.end();
    await server?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  test('is brought up by a role without special rights that owns the database; the month equals its truth', async () => {
    const { files, truth } = bankFiles({ loans: 200, communes: 2 });
    const from = join(folder, 'tệp');
    mkdirSync(from);
    const paths = files.map(({ name, content }) => {
      writeFileSync(join(from, name), content);
      return join(from, name);
    });
    const run = product(urlOf('chu'));
    await run.line;
    expect(await (await fetch(`http://127.0.0.1:${PORT}/api/health`)).json()).toMatchObject({ status: 'ok' });
    await giaoban(urlOf('chu'), 'import', ...paths, '--commit');
    const { loans, outstanding } = truth.office;
    expect(await giaoban(urlOf('chu'), 'portfolio', 'summary', '--date', '2026-10-31')).toMatchObject({
      ...{ loans, outstanding },
    });
    await giaoban(urlOf('chu'), 'audit', 'verify');
    expect(await endProduct(run)).toBe(0);
    expect(existsSync(join(folder, 'dữ liệu/postgresql'))).toBe(false);
    const { rows } = await superuser.query(
      `select rolname, rolsuper, rolbypassrls from pg_roles where rolname in ('chu', 'giaoban_app') order by 1`,
    );
    expect(rows).toEqual([
      { rolname: 'chu', rolsuper: false, rolbypassrls: false },
      { rolname: 'giaoban_app', rolsuper: false, rolbypassrls: false },
    ]);
    // It stays when we go: an existing server is not ours to stop.
    expect((await superuser.query('select 1 as here')).rows).toEqual([{ here: 1 }]);
  });

  test('a second start finds everything done', async () => {
    const run = product(urlOf('chu'));
    await run.line;
    expect(run.output()).not.toContain('tạo cơ sở dữ liệu');
    expect(await endProduct(run)).toBe(0);
  });

  test('sslmode=require and verify-full: the connection is encrypted and the certificate checked', async () => {
    for (const mode of ['require', 'verify-full']) {
      const url = urlOf('chu_ma_hoa', { database: 'ma_hoa', mode });
      const run = product(url, { NODE_EXTRA_CA_CERTS: certificate.certFile });
      await run.line;
      const { rows } = await superuser.query(
        `select bool_and(ssl) as encrypted, count(*)::int > 0 as connected from pg_stat_ssl join pg_stat_activity using (pid)
         where datname = 'ma_hoa'`,
      );
      expect([mode, rows[0]]).toEqual([mode, { encrypted: true, connected: true }]);
      expect(await endProduct(run)).toBe(0);
    }
  });

  test.each([
    [
      'a certificate of an unknown authority',
      () => urlOf('chu_ma_hoa', { mode: 'require' }),
      'NODE_EXTRA_CA_CERTS',
    ],
    [
      'an unencrypted connection where the server wants encryption',
      () => urlOf('chu_ma_hoa'),
      'không cho tài khoản này kết nối',
    ],
    ['a wrong password', () => urlOf('chu').replace('%E1', '%E2'), 'tài khoản hoặc mật khẩu không đúng'],
    [
      'a database that is not there',
      () => urlOf('chu', { database: 'giaobna' }),
      'không có cơ sở dữ liệu giaobna (DATABASE_URL)',
    ],
  ])('%s is said in Vietnamese, without the password', async (_, url, sentence) => {
    const run = product(url());
    await expect(run.line).rejects.toThrow(sentence);
    expect(run.child.exitCode).toBe(1);
    expect(run.output()).not.toMatch(/^\s+at |mật khẩu@|m%E1/m);
  });

  test('a database that is not there is made by no start and no command, also where the role could', async () => {
    const url = urlOf('chu', { database: 'giaobna' });
    for (const args of [['scripts/start.mjs'], ['bin/giaoban.mjs', 'audit', 'verify']])
      await expect(product(url, { args }).line).rejects.toThrow('-O chu giaobna');
    const { rows } = await superuser.query(`select datname from pg_database where datname = 'giaobna'`);
    expect(rows).toEqual([]);
  });

  test('a database that a newer program has worked on is refused by start and command alike', async () => {
    await superuser.query('create database moi_hon owner chu');
    const newer = new pg.Client({ ...server.superuser, database: 'moi_hon' });
    await newer.connect();
    await newer.query(`create table public.giaoban_migration (number integer, name text, checksum text)`);
    await newer.query(`alter table public.giaoban_migration owner to chu`);
    await newer.query(`insert into public.giaoban_migration values (9999, '9999-later', 'sum')`);
    await newer.end();
    for (const args of [['scripts/start.mjs'], ['bin/giaoban.mjs', 'audit', 'verify']]) {
      const run = product(urlOf('chu', { database: 'moi_hon' }), { args });
      await expect(run.line).rejects.toThrow('đã qua bước 9999-later mà bản đang chạy chưa có');
    }
  });

  test('an application role that goes round row-level security stops the start', async () => {
    await superuser.query('alter role giaoban_app bypassrls');
    const run = product(urlOf('chu'));
    await expect(run.line).rejects.toThrow('alter role giaoban_app nosuperuser nobypassrls');
    await superuser.query('alter role giaoban_app nobypassrls');
  });

  test('encryption that the server does not have is said in Vietnamese', async () => {
    await superuser.query('alter system set ssl = off');
    await superuser.query('select pg_reload_conf()');
    const run = product(urlOf('chu', { mode: 'require' }));
    await expect(run.line).rejects.toThrow('máy chủ không mã hóa kết nối');
  });
});
