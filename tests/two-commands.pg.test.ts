import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { endProduct, type RunOptions, startProduct } from './product-process.ts';

/**
 * The two commands as a person meets them: a copy of the project in a path with spaces and Vietnamese letters, with
 * the packages already there (their installation is what `.ci/run` does from a clean clone).
 */
let folder: string;
let project: string;

const isRoot = process.getuid?.() === 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban thư mục có dấu '));
  project = join(folder, 'giao ban');
  chmodSync(folder, 0o755);
  copyProject(project);
});

afterAll(() => {
  const pointer = join(project, '.giaoban/database-place.txt');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
  rmSync(folder, { recursive: true });
});

/** Sources alone: what git keeps and what is being written. */
function copyProject(to: string): void {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: PROJECT_ROOT,
  });
  for (const path of list.toString('utf8').split('\0').filter(Boolean)) {
    const from = join(PROJECT_ROOT, path);
    if (existsSync(from)) cpSync(from, join(to, path));
  }
  mkdirSync(to, { recursive: true });
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(to, 'node_modules'));
}

const start = (port: number, options: Partial<RunOptions> = {}) =>
  startProduct({ cwd: project, port, ...options });

const health = async (port: number): Promise<unknown> =>
  (await fetch(`http://127.0.0.1:${port}/api/health`)).json();

/** PostgreSQL servers whose cluster belongs to the copy. */
function servers(): string[] {
  const pointer = join(project, '.giaoban/database-place.txt');
  const place = existsSync(pointer)
    ? readFileSync(pointer, 'utf8').trim()
    : join(project, '.giaoban/postgresql');
  return existsSync(join(place, 'cluster/postmaster.pid')) ? [place] : [];
}

describe('npm start', () => {
  test('serves, prints one line, stops with the database, and does so twice', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const run = start(18_231);
      expect(await run.line).toMatch(/^Giao Ban: http:\/\/localhost:18231 · chỉ mở được trên máy này/);
      expect(await health(18_231)).toMatchObject({ status: 'ok' });
      expect(await endProduct(run, signal)).toBe(0);
      expect(servers()).toEqual([]);
    }
  });

  test('a second process uses the running database; the database stops with the last', async () => {
    const first = start(18_231);
    await first.line;
    const second = start(18_232);
    await second.line;
    const command = start(0, { args: ['bin/giaoban.mjs', 'audit', 'verify'] });
    expect((await once(command.child, 'exit'))[0]).toBe(0);
    expect(command.output()).toContain('Nhật ký nguyên vẹn');
    expect(await endProduct(first)).toBe(0);
    expect(await health(18_232)).toMatchObject({ status: 'ok' });
    expect(await endProduct(second)).toBe(0);
    expect(servers()).toEqual([]);
  });

  test('a port that is taken is said in Vietnamese, and the database does not stay behind', async () => {
    const taken = createServer().listen(18_233, '127.0.0.1');
    const run = start(18_233);
    expect((await once(run.child, 'exit'))[0]).toBe(1);
    expect(run.output()).toContain('Cổng 18233 đang được một chương trình khác dùng');
    taken.close();
    expect(servers()).toEqual([]);
  });

  test('a setting that does not exist stops the start', async () => {
    const run = start(18_231, { environment: { GIAOBAN_PORT: '1' } });
    expect((await once(run.child, 'exit'))[0]).toBe(1);
    expect(run.output()).toContain('GIAOBAN_PORT: không có cài đặt này');
  });

  test.runIf(isRoot)('works as an ordinary user in a folder of its own', async () => {
    const own = mkdtempSync(join(folder, 'người dùng '));
    project = join(own, 'giao ban');
    copyProject(project);
    execFileSync('chown', ['-R', '--no-dereference', 'nobody:nogroup', own]);
    const run = start(18_234, {
      account: { uid: 65_534, gid: 65_534 },
      environment: { HOME: '/nonexistent' },
    });
    await run.line;
    expect(await health(18_234)).toMatchObject({ status: 'ok' });
    expect(await endProduct(run)).toBe(0);
    expect(servers()).toEqual([]);
  });
});
