import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Operation } from '../../src/kernel/contract.ts';
import type { Platform } from '../../src/platform/command.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { NO_SCOPE } from '../../src/platform/db/scope.ts';
import { demoDay, writeDemoDay } from '../../src/platform/demo/demo-day.ts';
import { createHttpServer } from '../../src/platform/http/server.ts';
import { testDatabase } from '../../src/platform/testing/database.ts';
import { testFileStore } from '../../src/platform/testing/files.ts';
import { testPlatform } from '../../src/platform/testing/platform.ts';
import { composeModules, type Modules } from '../../src/server/modules.ts';
import { PLACES, type Place } from './places.ts';
import type { Asker } from './policy-table.ts';
import { sampleInput } from './sample-inputs.ts';
import { type Crowd, NOBODY_MORE, seed } from './seed.ts';
import { TOTP_SECRET } from './seed-people.ts';
import { ownTask, writeTaskFiles } from './seed-tasks.ts';

/** A seeded database with the product's routes over it. Every change is answered and then undone. */
export type World = {
  readonly http: FastifyInstance;
  readonly modules: Modules;
  /** The session of each asker. */
  readonly tokens: ReadonlyMap<string, string>;
  close(): Promise<void>;
};

/** Opens one. @param crowd what there is besides the six places */
export async function openWorld(crowd: Crowd = NOBODY_MORE): Promise<World> {
  const database = await testDatabase();
  const { platform } = testPlatform(database.app);
  const tokens = await seed(database.owner, platform, crowd);
  await database.owner.query(SECOND_FACTORS, [TOTP_SECRET]);
  const undone: Platform = { ...platform, database: undoing(database.app) };
  const { ownerAddress: owner } = database;
  const demo = demoDay();
  const files = testFileStore();
  for (const place of PLACES) await writeTaskFiles(files.store, place);
  const open = { demo, files: files.store, application: owner, owner, close: async () => undefined };
  const modules = await composeModules({ platform: undone, background: undone, ...open }, WITHOUT_DEMO);
  // A real installation, so that second factors are asked for, which shows a demo's day all the same.
  await database.app.write(NO_SCOPE, (tx) => writeDemoDay(tx, platform.clock.today()));
  await demo.load(database.app);
  const http = await createHttpServer(undone, modules.routes, {
    logger: false,
    rateLimit: 'none',
    identify: modules.identify,
    uploadLimits: { fileBytes: 1_000_000, files: 3 },
  });
  const close = async () => {
    await http.close();
    await database.close();
    files.clear();
  };
  return { http, modules, tokens, close };
}

/** Everybody has an authenticator; the one without an office has not confirmed it yet. */
const SECOND_FACTORS = `
  update identity.user_account set
    totp_secret = case when login = 'user-noOffice' then null else $1 end,
    totp_confirmed_at = case when login = 'user-noOffice' then null else now() end,
    totp_pending_secret = case when login = 'user-noOffice' then $1 end`;

const WITHOUT_DEMO = { hasDemo: false, deliver: async () => undefined, report: () => undefined };

/** Carries the answer out of a transaction that is rolled back. */
class Undone extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('undone');
    this.answer = answer;
  }
}

/** The database, where every change is answered and then undone: each request meets the world as it was seeded. */
function undoing(real: Database): Database {
  return {
    ...real,
    write: async (scope, change) => {
      try {
        return await real.write(scope, async (tx) => {
          throw new Undone(await change(tx));
        });
      } catch (error) {
        if (error instanceof Undone) return error.answer as never;
        throw error;
      }
    },
  };
}

/** Asks over HTTP as this asker, for something of this place. */
export async function ask(
  { http, tokens }: World,
  operation: Operation,
  asker: Asker,
  place: Place,
): Promise<LightMyRequestResponse> {
  const fields: Record<string, unknown> = {
    ...sampleInput(operation, place),
    ...ownTask(operation, asker, place),
  };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = fields[name];
    delete fields[name];
    return encodeURIComponent(String(value));
  });
  const token = tokens.get(asker);
  const headers: Record<string, string> = token === undefined ? {} : { cookie: `__Host-giaoban=${token}` };
  const asksByAddress = operation.method === 'GET' || operation.request === 'files';
  const query = asksByAddress ? `?${new URLSearchParams(fields as Record<string, string>)}` : '';
  const url = `/api${path}${query}`;
  if (operation.request === 'files') return http.inject({ method: 'POST', url, ...upload(headers) });
  return http.inject({
    method: operation.method,
    url,
    headers,
    ...(asksByAddress ? {} : { payload: fields }),
  });
}

function upload(headers: Record<string, string>) {
  const boundary = 'giaoban-boundary';
  const part =
    'content-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf';
  const payload = `--${boundary}\r\n${part}\r\n\r\n%PDF-1.4\n%%EOF\r\n--${boundary}--\r\n`;
  return { headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}
