import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '../db/database.ts';
import { serverAccount } from '../postgres/account.ts';
import { PROGRAM_ENVIRONMENT, runProgram } from '../postgres/run-program.ts';

/** A PostgreSQL of the operating system, running on a cluster that is thrown away. */
export type SystemServer = {
  readonly superuser: DatabaseAddress;
  readonly folder: string;
  stop(): Promise<void>;
};

/** Starts one that takes encrypted connections by this certificate, and from `chu_ma_hoa` no others. */
export async function startSystemServer(
  programs: string,
  tls: { readonly certFile: string; readonly keyFile: string },
): Promise<SystemServer> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-system-'));
  const account = serverAccount('/');
  const give = (path: string) => account && chownSync(path, account.uid, account.gid);
  give(folder);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'boss', { mode: 0o600 });
  give(passwordFile);
  const cluster = join(folder, 'cluster');
  const auth = ['--username=boss', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const made = await runProgram(
    join(programs, 'initdb'),
    ['-D', cluster, ...auth, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    account,
  );
  if (made.code !== 0) throw new Error(`initdb: ${made.output}`);
  for (const [file, name] of [
    [tls.certFile, 'server.crt'],
    [tls.keyFile, 'server.key'],
  ] as const) {
    copyFileSync(file, join(cluster, name));
    chmodSync(join(cluster, name), 0o600);
    give(join(cluster, name));
  }
  appendFileSync(join(cluster, 'postgresql.conf'), '\nssl = on\n');
  writeFileSync(
    join(cluster, 'pg_hba.conf'),
    'hostnossl all chu_ma_hoa 0.0.0.0/0 reject\nhost all all 127.0.0.1/32 scram-sha-256\n',
  );
  const port = await freePort();
  const settings = {
    ...{ listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', fsync: 'off' },
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', cluster, ...args], {
    ...{ ...account, cwd: '/', env: PROGRAM_ENVIRONMENT },
    stdio: 'ignore',
  });
  const superuser = { host: '127.0.0.1', port, database: 'postgres', user: 'boss', password: 'boss' };
  await untilReady(server, superuser);
  return {
    ...{ superuser, folder },
    stop: async () => {
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function untilReady(server: ChildProcess, superuser: DatabaseAddress): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const client = new pg.Client(superuser);
    try {
      await client.connect();
      return await client.end();
    } catch {
      await sleep(50);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
