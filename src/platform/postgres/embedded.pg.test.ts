import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startServerProcess } from '../testing/server-process.ts';
import { BINARIES_PACKAGE } from './binaries.ts';
import { type EmbeddedOptions, type EmbeddedServer, openEmbeddedServer } from './embedded.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };

let folder: string;
let opened: EmbeddedServer[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban đặt ở đây '));
  chmodSync(folder, 0o755);
  opened = [];
});

afterEach(async () => {
  for (const server of opened) {
    await server.close();
    if (!server.folder.startsWith(folder)) rmSync(server.folder, { recursive: true });
  }
  rmSync(folder, { recursive: true });
});

const optionsIn = (dataDir: string, more: Partial<EmbeddedOptions> = {}): EmbeddedOptions => ({
  dataDir,
  isDurable: false,
  ...more,
});

async function open(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const server = await openEmbeddedServer(options);
  opened.push(server);
  return server;
}

async function ask(server: Pick<EmbeddedServer, 'superuser'>, question: string): Promise<unknown[]> {
  const client = new pg.Client(server.superuser);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(question);
    return rows.map((row) => row.answer);
  } finally {
    await client.end();
  }
}

const pidIn = (server: { folder: string }) =>
  Number(readFileSync(join(server.folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);

describe('a data folder in a path with spaces and Vietnamese letters', () => {
  test('gets a cluster that sorts in Vietnamese order, listens on the loopback only, and keeps its data', async () => {
    const options = optionsIn(join(folder, 'dữ liệu'));
    const first = await openEmbeddedServer(options);
    expect(
      await ask(
        first,
        `select name as answer from unnest('{Đặng,Bình,Ân,Anh,Dũng,Ánh}'::text[]) name order by name`,
      ),
    ).toEqual(['Anh', 'Ánh', 'Ân', 'Bình', 'Dũng', 'Đặng']);
    expect(
      await ask(
        first,
        `select current_setting('listen_addresses') || current_setting('unix_socket_directories') as answer`,
      ),
    ).toEqual(['127.0.0.1']);
    await ask(first, `create table kept as select 'đây' as answer`);
    await first.close();
    expect(existsSync(join(first.folder, 'cluster/postmaster.pid'))).toBe(false);
    expect(await ask(await open(options), 'select answer from kept')).toEqual(['đây']);
  });

  test('keeps its passwords in a file of the server account alone, and takes no connection without them', async () => {
    const server = await open(optionsIn(folder));
    expect(statSync(join(server.folder, 'passwords.json')).mode & 0o777).toBe(0o600);
    const stranger = { superuser: { ...server.superuser, password: 'postgres' } };
    await expect(ask(stranger, 'select 1 as answer')).rejects.toThrow('password authentication failed');
  });
});

describe('several processes', () => {
  test('the second uses the running server, and the one that ends last stops it', async () => {
    const options = optionsIn(folder);
    const [a, b] = [startServerProcess(options), startServerProcess(options)];
    const [heldByA, heldByB] = await Promise.all([a.held, b.held]);
    expect(heldByA.superuser.port).toBe(heldByB.superuser.port);
    expect([heldByA.isStartedHere, heldByB.isStartedHere].toSorted()).toEqual([false, true]);
    // The one that started it goes first.
    const [first, last] = heldByA.isStartedHere ? [a, b] : [b, a];
    await first.end();
    expect(await ask(heldByA, 'select 1 as answer')).toEqual([1]);
    await last.end();
    await expect(ask(heldByA, 'select 1 as answer')).rejects.toThrow('ECONNREFUSED');
  });

  test('a process killed outright leaves the server to the next one, which stops it', async () => {
    const killed = startServerProcess(optionsIn(folder));
    const held = await killed.held;
    killed.process.kill('SIGKILL');
    const next = await openEmbeddedServer(optionsIn(folder));
    expect(next.isStartedHere).toBe(false);
    expect(next.superuser.port).toBe(held.superuser.port);
    await sleep(100);
    await next.close();
    await expect(ask(held, 'select 1 as answer')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('after a crash', () => {
  test('a server killed outright is started again on the same data', async () => {
    const killed = await openEmbeddedServer(optionsIn(folder));
    await ask(killed, `create table kept as select 'đây' as answer`);
    await ask(killed, 'checkpoint');
    process.kill(pidIn(killed), 'SIGKILL');
    expect(await ask(await open(optionsIn(folder)), 'select answer from kept')).toEqual(['đây']);
    await killed.close();
  });

  test('a pid file whose number now belongs to another program is repaired', async () => {
    const before = await openEmbeddedServer(optionsIn(folder));
    const pidFile = readFileSync(join(before.folder, 'cluster/postmaster.pid'), 'utf8');
    await before.close();
    writeFileSync(
      join(before.folder, 'cluster/postmaster.pid'),
      pidFile.replace(/^\d+/, String(process.pid)),
    );
    const again = await open(optionsIn(folder));
    expect(again.isStartedHere).toBe(true);
  });

  test.each([50, 300, 600, 900, 1200])(
    'killed %i ms into the first start, the next start repairs itself',
    async (delayMs) => {
      const first = startServerProcess(optionsIn(folder));
      const begun = join(folder, 'postgresql/passwords.json');
      while (!existsSync(begun)) await sleep(5);
      await sleep(delayMs);
      first.process.kill('SIGKILL');
      expect(await ask(await open(optionsIn(folder)), 'select 1 as answer')).toEqual([1]);
      expect(readdirSync(join(folder, 'postgresql'))).toContain('cluster');
    },
  );
});

describe('what npm and the account leave undone', () => {
  test('links of the libraries that no install script has made are made', async () => {
    const packageFolder = join(folder, 'gói chưa có liên kết');
    copyPackageWithoutLinks(packageFolder);
    const server = await open(optionsIn(join(folder, 'd'), { packageFolder }));
    expect(await ask(server, 'select 1 as answer')).toEqual([1]);
  });

  test.runIf(isRoot)(
    'root below a folder closed to others: the server runs elsewhere, under another account',
    async () => {
      chmodSync(folder, 0o700);
      const packageFolder = join(folder, 'gói');
      copyPackageWithoutLinks(packageFolder);
      const options = optionsIn(join(folder, 'd'), { packageFolder });
      const server = await openEmbeddedServer(options);
      expect(server.folder).toMatch(/^\/var\/lib\/giaoban\//);
      expect(statSync(`/proc/${pidIn(server)}`).uid).not.toBe(0);
      await ask(server, `create table kept as select 'đây' as answer`);
      await server.close();
      expect(await ask(await open(options), 'select answer from kept')).toEqual(['đây']);
    },
  );

  test.runIf(isRoot)(
    'root in a folder of another account: the server runs under that account, which can go on',
    async () => {
      mkdirSync(join(folder, 'd'));
      execFileSync('chown', ['nobody', folder, join(folder, 'd')]);
      const byRoot = await openEmbeddedServer(optionsIn(join(folder, 'd')));
      expect(statSync(`/proc/${pidIn(byRoot)}`).uid).toBe(NOBODY.uid);
      const byNobody = startServerProcess(optionsIn(join(folder, 'd')), NOBODY);
      expect(await byNobody.held).toMatchObject({ isStartedHere: false });
      await byRoot.close();
      await byNobody.end();
      const again = startServerProcess(optionsIn(join(folder, 'd')), NOBODY);
      expect((await again.held).isStartedHere).toBe(true);
      await again.end();
    },
  );
});

describe('what a person must put right is said in Vietnamese', () => {
  test.runIf(isRoot)('a folder that cannot be written', async () => {
    const other = startServerProcess(optionsIn(join(folder, 'd')), NOBODY);
    expect((await other.held).problem).toMatch(/^Không ghi được vào thư mục .*GIAOBAN_DATA_DIR/);
  });

  test('a file where the folder should be', async () => {
    writeFileSync(join(folder, 'tệp'), '');
    await expect(openEmbeddedServer(optionsIn(join(folder, 'tệp')))).rejects.toThrow('không phải là thư mục');
  });

  test('a disk without room', async () => {
    const options = optionsIn(folder, { freeBytesNeeded: Number.MAX_SAFE_INTEGER });
    await expect(openEmbeddedServer(options)).rejects.toThrow(/^Ổ đĩa chứa .* gần đầy/);
  });

  test('a cluster of another PostgreSQL', async () => {
    const before = await openEmbeddedServer(optionsIn(folder));
    await before.close();
    writeFileSync(join(before.folder, 'cluster/PG_VERSION'), '15\n');
    await expect(openEmbeddedServer(optionsIn(folder))).rejects.toThrow('thuộc PostgreSQL 15');
  });

  test('passwords lost', async () => {
    const before = await openEmbeddedServer(optionsIn(folder));
    await before.close();
    rmSync(join(before.folder, 'passwords.json'));
    await expect(openEmbeddedServer(optionsIn(folder))).rejects.toThrow('Thiếu tệp mật khẩu');
  });
});

/** The package as npm leaves it when it runs no install scripts. */
function copyPackageWithoutLinks(to: string): void {
  cpSync(BINARIES_PACKAGE, to, {
    recursive: true,
    filter: (file) =>
      (!file.endsWith('.a') && !/\.so(\.\d+)?$/.test(file)) ||
      /lib(crypto|ssl|lzma|xml2|xslt|z|ossp-uuid)\./.test(file) ||
      file.includes('/lib/postgresql/'),
  });
  expect(existsSync(join(to, 'native/lib/libicui18n.so.60'))).toBe(false);
}
