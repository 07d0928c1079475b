import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../src/kernel/dates.ts';
import type { Id } from '../src/kernel/ids.ts';
import type { Role } from '../src/kernel/role.ts';
import { insertAccount } from '../src/modules/identity/db/accounts.ts';
import { insertAssignment } from '../src/modules/identity/db/assignments.ts';
import { insertSession } from '../src/modules/identity/db/sessions.ts';
import { NO_SCOPE } from '../src/platform/db/scope.ts';
import { demoDay } from '../src/platform/demo/demo-day.ts';
import { fileStore, scanWith } from '../src/platform/files/index.ts';
import { createHttpServer } from '../src/platform/http/server.ts';
import { composeModules } from '../src/server/modules.ts';
import { type BenchServer, openBenchPlatform } from './databases.ts';

/** The product serving a database, in this process. */
export type Served = {
  /** Where a browser finds the desk. */
  readonly address: string;
  /** Signs in a person who holds one office. @returns the session's token */
  signIn(role: Role, place: { officeId: Id } | { communeId: Id }): Promise<string>;
  /** Asks for a page's data and reads the whole answer. @throws Error when it is not 200 */
  get(path: string, token: string): Promise<{ ms: number; body: string }>;
  close(): Promise<void>;
};

/** Serves a database over HTTP on the loopback, without the limit on requests. */
export async function serve(server: BenchServer, name: string): Promise<Served> {
  const address = server.addressOf(name);
  const { platform, database } = openBenchPlatform(address);
  // Nobody sends a file: the folder is not made.
  const files = fileStore({ folder: join(tmpdir(), 'giaoban-bench-files'), scan: scanWith(null) });
  const unused = {
    background: platform,
    files,
    demo: demoDay(),
    application: address,
    owner: address,
    close: async () => undefined,
  };
  const nothing = { hasDemo: false, deliver: async () => undefined, report: () => undefined };
  const modules = await composeModules({ platform, ...unused }, nothing);
  const http = await createHttpServer(platform, modules.routes, {
    logger: false,
    rateLimit: 'none',
    identify: modules.identify,
    uploadLimits: { fileBytes: 1_000_000, files: 1 },
    isProduction: true,
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = http.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const superuser = await server.connectSuperuser(name);
  return {
    address: `http://127.0.0.1:${port}`,
    signIn: async (role, place) => {
      const [userId, sessionId] = [platform.newId(), platform.newId()];
      const token = `token-${userId}`;
      const at = platform.clock.now();
      const assignmentId = platform.newId();
      const places = { officeId: null, communeId: null, branchCode: null, ...place };
      const narrower = { associationCode: null, villageCode: null, groupCode: null };
      await database.write({ ...NO_SCOPE, system: true }, async (tx) => {
        const account = { id: userId, fullName: 'Bench', login: userId, phone: null, passwordHash: null };
        await insertAccount(tx, { ...account, isSample: true, createdAt: at });
        await insertAssignment(tx, userId, {
          ...{ ...places, ...narrower, id: assignmentId, role, decidedBy: null },
          ...{ validFrom: day('2020-01-01'), validTo: null },
        });
        await insertSession(tx, {
          id: sessionId,
          token,
          userId,
          assignmentId,
          at,
          awaitsSecondFactor: false,
        });
      });
      await superuser.query(
        `update identity.user_account set totp_secret = 'A', totp_confirmed_at = $1 where id = $2`,
        [at, userId],
      );
      return token;
    },
    get: (path, token) => ask({ port, agent, path, token }),
    close: async () => {
      agent.destroy();
      await superuser.end();
      await http.close();
      await database.close();
    },
  };
}

type Asking = {
  readonly port: number;
  readonly agent: Agent;
  readonly path: string;
  readonly token: string;
};

/** As a browser asks: on a connection that is kept, taking a compressed answer. Time to its last byte. */
function ask({ port, agent, path, token }: Asking): Promise<{ ms: number; body: string }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = { cookie: `__Host-giaoban=${token}` };
    const sent = request({ host: '127.0.0.1', port, agent, path: `/api${path}`, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        body += piece;
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const ms = performance.now() - began;
        if (answer.statusCode === 200) resolve({ ms, body });
        else reject(new Error(`${path}: ${answer.statusCode} ${body.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
