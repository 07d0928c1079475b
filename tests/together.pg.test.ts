import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { SAMPLE_PASSWORD, SAMPLE_PEOPLE } from '../src/server/demo/sample-people.ts';
import { endProduct, type Run, startProduct } from './product-process.ts';

/** Two processes that meet a new data folder at the same moment, and a command that makes the demo anew beside them. */
const PORTS = [18_281, 18_282] as const;

let dataDir: string;
let servers: readonly Run[];

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'giaoban cùng lúc '));
  chmodSync(dataDir, 0o755);
});
afterAll(async () => {
  for (const server of servers ?? []) await endProduct(server);
  rmSync(dataDir, { recursive: true });
});

const ofThisFolder = () => ({ GIAOBAN_DATA_DIR: dataDir, GIAOBAN_DEMO: '1' });

async function see(question: string): Promise<unknown[]> {
  const place = join(dataDir, 'postgresql');
  const { superuser: password } = JSON.parse(readFileSync(join(place, 'passwords.json'), 'utf8'));
  const port = Number(readFileSync(join(place, 'cluster/postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'giaoban' });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

const CONTENTS = `select count(*)::int as months, count(distinct data_date)::int as dates,
  (select count(*)::int from identity.user_account) as people,
  (select string_agg(distinct province.name, ', ') from registry.area commune join registry.area province
     on province.id = commune.parent_id where commune.kind = 'commune') as provinces from portfolio.data_version`;
const WHOLE_DEMO = [{ months: 24, dates: 24, people: SAMPLE_PEOPLE.length, provinces: 'Tỉnh Đắk Lắk' }];

async function command(...args: string[]): Promise<string> {
  const run = startProduct({
    ...{ cwd: PROJECT_ROOT, port: 0, args: ['bin/giaoban.mjs', ...args] },
    environment: ofThisFolder(),
  });
  expect((await once(run.child, 'exit'))[0], run.output()).toBe(0);
  return run.output();
}

async function api(port: number, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api${path}`, init);
}

const today = async (port: number): Promise<string> =>
  ((await (await api(port, '/demo')).json()) as { today: string }).today;

const post = (body: unknown, headers = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

async function signIn(port: number, login: string): Promise<{ cookie: string }> {
  const answer = await api(port, '/sign-in', post({ login, password: SAMPLE_PASSWORD }));
  expect(answer.status, await answer.clone().text()).toBe(200);
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/** The whole demo is filled twice, on whatever machine. */
describe('processes on one data folder', { timeout: 600_000 }, () => {
  test('started together on a new one: one fills it, the other waits, both serve the same demo', async () => {
    servers = PORTS.map((port) => startProduct({ cwd: PROJECT_ROOT, port, environment: ofThisFolder() }));
    const lines = await Promise.all(servers.map((server) => server.line));
    for (const line of lines) expect(line).toContain('dữ liệu mẫu: quantri');
    const outputs = servers.map((server) => server.output());
    expect(outputs.filter((text) => text.includes('Đang chuẩn bị dữ liệu mẫu'))).toHaveLength(1);
    expect(outputs.filter((text) => text.includes('đang chuẩn bị dữ liệu; chờ nó xong'))).toHaveLength(1);
    expect(await see(CONTENTS)).toEqual(WHOLE_DEMO);
    for (const port of PORTS)
      expect(await (await api(port, '/demo')).json()).toEqual({ isDemo: true, today: '2026-11-03' });
  });

  test('a day moved in one process is soon the day of the other', async () => {
    const [first, second] = PORTS;
    const moved = await api(first, '/demo/day', post({ to: '2026-11-20' }, await signIn(first, 'quantri')));
    expect(await moved.json()).toEqual({ today: '2026-11-20' });
    await expect.poll(() => today(second), { timeout: 30_000 }).toBe('2026-11-20');
  });

  test('demo reset beside the running servers: they serve the new demo on its first day', async () => {
    expect(await command('demo', 'reset')).toContain('Dữ liệu mẫu đã dựng lại, ngày 03/11/2026');
    expect(await see(CONTENTS)).toEqual(WHOLE_DEMO);
    for (const port of PORTS) {
      await expect.poll(() => today(port), { timeout: 30_000 }).toBe('2026-11-03');
      const headers = await signIn(port, 'canbo');
      const dates = await api(port, '/portfolio/data-dates', { headers });
      expect(dates.status, await dates.clone().text()).toBe(200);
      expect(((await dates.json()) as { dataDates: unknown[] }).dataDates).toHaveLength(24);
    }
    expect(await command('audit', 'verify')).toContain('Nhật ký nguyên vẹn');
  });
});
