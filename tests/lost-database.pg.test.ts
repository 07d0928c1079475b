import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { endProduct, type Run, startProduct } from './product-process.ts';

/** The embedded PostgreSQL dies under servers that go on: they bring it back, or end and say why. */
const PORTS = [18_291, 18_292] as const;

let dataDir: string;
let servers: readonly Run[];

const inCluster = (name: string) => join(dataDir, 'postgresql/cluster', name);
const pidLines = () => readFileSync(inCluster('postmaster.pid'), 'utf8').split('\n');
const killDatabase = () => process.kill(Number(pidLines()[0]), 'SIGKILL');

async function health(port: number): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}/api/health`)).status;
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'giaoban mất dữ liệu '));
  chmodSync(dataDir, 0o755);
  servers = PORTS.map((port) =>
    startProduct({ cwd: PROJECT_ROOT, port, environment: { GIAOBAN_DATA_DIR: dataDir } }),
  );
  await Promise.all(servers.map((server) => server.line));
}, 240_000);
afterAll(async () => {
  for (const server of servers) await endProduct(server);
  rmSync(dataDir, { recursive: true });
});

describe('a database that is killed under its servers', { timeout: 240_000 }, () => {
  test('is started again by one of them, once, where both find it', async () => {
    const [killed, , , port] = pidLines();
    killDatabase();
    const isBack = () => servers.every((server) => server.output().includes('Cơ sở dữ liệu đã chạy lại'));
    await expect.poll(isBack, { timeout: 120_000 }).toBe(true);
    const [pid, , , portNow] = pidLines();
    expect(portNow).toBe(port);
    expect(pid).not.toBe(killed);
    for (const one of PORTS) await expect.poll(() => health(one), { timeout: 30_000 }).toBe(200);
  });

  test('dies again, and is brought back again; it stops with the last server', async () => {
    killDatabase();
    const [first, last] = servers as [Run, Run];
    const timesBack = () => last.output().split('Cơ sở dữ liệu đã chạy lại').length - 1;
    await expect.poll(timesBack, { timeout: 120_000 }).toBe(2);
    expect(await endProduct(first)).toBe(0);
    await expect.poll(() => health(PORTS[1]), { timeout: 30_000 }).toBe(200);
  });

  test('that cannot be brought back ends the server with a sentence and exit code 1', async () => {
    const [, last] = servers as [Run, Run];
    renameSync(inCluster('global'), inCluster('global-gone'));
    killDatabase();
    const [code] = (await once(last.child, 'exit')) as [number | null];
    expect(code, last.output()).toBe(1);
    expect(last.output()).toMatch(/^Cơ sở dữ liệu trong .* không chạy được: /m);
    expect(last.output()).not.toMatch(/^\s+at /m);
    await expect(health(PORTS[1])).rejects.toThrow();
  });
});
