import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../src/kernel/contract.ts';
import type { Platform } from '../../src/platform/command.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { demoDay } from '../../src/platform/demo/demo-day.ts';
import { createHttpServer } from '../../src/platform/http/server.ts';
import { type TestDatabase, testDatabase } from '../../src/platform/testing/database.ts';
import { testPlatform } from '../../src/platform/testing/platform.ts';
import { composeModules, type Modules } from '../../src/server/modules.ts';
import { declaredOperations } from './declared-operations.ts';
import { leaks, owedVnd, partsOf, type Reader } from './marks.ts';
import { COMMUNES, OFFICES, OWN_PLACE, PLACES, type Place, VISIBLE } from './places.ts';
import {
  ASKERS,
  type Asker,
  columnOf,
  expectations,
  readPolicyTable,
  renderPolicyTable,
} from './policy-table.ts';
import { pointsAt, sampleInput } from './sample-inputs.ts';
import { seed } from './seed.ts';

const OPERATIONS = await declaredOperations();
const EXPECTED = expectations(readPolicyTable());

let database: TestDatabase;
let modules: Modules;
let http: FastifyInstance;
let tokens: ReadonlyMap<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  const { platform } = testPlatform(database.app);
  tokens = await seed(database.owner, platform);
  await database.owner.query("update identity.user_account set totp_secret = 'A', totp_confirmed_at = now()");
  const undone: Platform = { ...platform, database: undoing(database.app) };
  modules = await composeModules({ platform: undone, ...unused }, withoutDemo);
  http = await createHttpServer(undone, modules.routes, {
    logger: false,
    rateLimit: 'none',
    identify: modules.identify,
    uploadLimits: { fileBytes: 1_000_000, files: 3 },
  });
}, 120_000);
afterAll(async () => {
  await http?.close();
  await database?.close();
});

const nowhere = { host: '', port: 0, database: '', user: '', password: '' };
/** What opening a database also gives, and no route needs. */
const unused = { demo: demoDay(), application: nowhere, owner: nowhere, close: async () => undefined };

const withoutDemo = { hasDemo: false, deliver: async () => undefined, report: () => undefined };

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

async function ask(operation: Operation, asker: Asker, place: Place): Promise<LightMyRequestResponse> {
  const fields = { ...sampleInput(operation, place) };
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
  const part = 'content-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain';
  const payload = `--${boundary}\r\n${part}\r\n\r\nnothing\r\n--${boundary}--\r\n`;
  return { headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}

/** True when the place is outside what the asker may point at with this operation. */
function isForeign(operation: Operation, asker: Asker, place: Place): boolean {
  const at = pointsAt(operation);
  if (at === 'person') return !VISIBLE[asker].includes(place.number);
  if (at === 'commune') return !COMMUNES[asker].includes(place.communeId);
  return at === 'office' && !OFFICES[asker].includes(place.officeId);
}

/** The administrator gives offices and so knows the codes of groups that have a leader who signs in. */
function readerOf(operation: Operation, asker: Asker, place: Place): Reader {
  const known = [sampleInput(operation, place), asker === 'administrator' ? OWN_PLACE.groupCode : ''];
  return {
    visible: VISIBLE[asker],
    seesOffice: OFFICES[asker].length > 0,
    seesPhones: columnOf(asker) !== 'committeeReader',
    known: JSON.stringify(known),
  };
}

const refusedAs = (asker: Asker) => (asker === 'nobody' ? 401 : 403);
const served = () =>
  modules.routes.flatMap((module) => module.implementations.map((one) => one.operation.name));

describe('the policy table', () => {
  it('[ID22] is what the code declares; after a wanted change: npx tsx tests/access/write-policy-table.ts', () => {
    expect(readPolicyTable()).toBe(renderPolicyTable(OPERATIONS));
  });

  it('[ID22] has every operation that is served, and every operation in it is served', () => {
    expect([...served()].sort()).toEqual(OPERATIONS.map(({ name }) => name));
  });

  it('[ID22] sums tell which places are in them', () => {
    const sum = (numbers: number[]) =>
      PLACES.filter(({ number }) => numbers.includes(number)).reduce(
        (total, place) => total + owedVnd(place),
        0n,
      );
    expect([[1], [2, 5], [1, 2, 3, 4]].map((numbers) => partsOf(sum(numbers)))).toEqual([
      [1],
      [2, 5],
      [1, 2, 3, 4],
    ]);
    expect(partsOf(50_000_000n)).toBeUndefined();
    expect(
      leaks(`{"owed":${sum([1, 4])}}`, { visible: [1], seesOffice: false, seesPhones: true, known: '' }),
    ).toEqual([expect.stringContaining('1+4')]);
  });
});

describe('a page of another site', () => {
  const unsafe = OPERATIONS.filter(({ method }) => method !== 'GET');
  const send = (operation: Operation, headers: Readonly<Record<string, string>>) =>
    http.inject({
      method: operation.method,
      url: `/api${operation.path.replace(/\{\w+\}/g, OWN_PLACE.communeId)}`,
      headers: { host: 'giaoban.vn', cookie: `__Host-giaoban=${tokens.get('administrator')}`, ...headers },
    });

  it.each<Readonly<Record<string, string>>>([
    { origin: 'https://evil.example' },
    { origin: 'https://giaoban.vn.evil.example' },
    { origin: 'null' },
    { origin: 'https://giaoban.vn:8443' },
    { 'sec-fetch-site': 'cross-site' },
  ])('[ID22] is refused by every route that changes something: %o', async (headers) => {
    expect(unsafe.length).toBeGreaterThan(30);
    for (const operation of unsafe) {
      const answer = await send(operation, headers);
      expect([operation.name, answer.statusCode, answer.json().refused]).toEqual([
        ...[operation.name, 403, 'foreignOrigin'],
      ]);
    }
  });

  it('[ID22] the own page is not', async () => {
    for (const operation of unsafe) {
      const answer = await send(operation, { origin: 'https://giaoban.vn' });
      expect(answer.json().refused, operation.name).not.toBe('foreignOrigin');
    }
  });

  it('[ID22] every answer of every route carries the strict policy and is not kept by browsers', async () => {
    for (const operation of OPERATIONS) {
      const { headers } = await send(operation, {});
      const policy = String(headers['content-security-policy']);
      expect(policy, operation.name).toMatch(/default-src 'none'.*script-src 'self' 'nonce-/);
      expect(policy, operation.name).not.toMatch(/unsafe-|\*/);
      expect(headers['cache-control'], operation.name).toBe('no-store');
      expect(headers['x-content-type-options'], operation.name).toBe('nosniff');
    }
  });
});

describe.each(OPERATIONS.map((operation) => ({ name: operation.name, operation })))(
  '$name',
  ({ operation }) => {
    const isServed = () => served().includes(operation.name);

    it('[ID22] is refused to everybody the table refuses it to', async () => {
      if (!isServed()) return;
      for (const asker of ASKERS.filter((one) => EXPECTED.get(operation.name)?.[columnOf(one)] === '-')) {
        const response = await ask(operation, asker, OWN_PLACE);
        expect({ asker, status: response.statusCode }).toEqual({ asker, status: refusedAs(asker) });
      }
    });

    it('[ID22] shows and changes nothing outside what the table gives', async () => {
      if (!isServed()) return;
      const allowed = ASKERS.filter((one) => EXPECTED.get(operation.name)?.[columnOf(one)] !== '-');
      const places = pointsAt(operation) === 'nothing' ? [OWN_PLACE] : PLACES;
      for (const asker of allowed)
        for (const place of places) {
          const response = await ask(operation, asker, place);
          const { statusCode: status } = response;
          const told = { asker, place: place.name, status, body: response.body.slice(0, 300) };
          expect(leaks(response.body, readerOf(operation, asker, place)), JSON.stringify(told)).toEqual([]);
          expect(response.body, 'give it a sample input').not.toContain('"inputInvalid"');
          expect(status, JSON.stringify(told)).toBeLessThan(500);
          if (
            operation.method !== 'GET' &&
            operation.permission !== 'anyone' &&
            isForeign(operation, asker, place)
          )
            expect(status, `changes what is foreign ${JSON.stringify(told)}`).toBeGreaterThanOrEqual(400);
        }
    });

    it('[ID22] is there for those the table gives it to', async () => {
      if (!isServed() || typeof operation.permission === 'string') return;
      for (const asker of ASKERS.filter((one) => EXPECTED.get(operation.name)?.[columnOf(one)] !== '-')) {
        const response = await ask(operation, asker, OWN_PLACE);
        const told = JSON.stringify({
          asker,
          status: response.statusCode,
          body: response.body.slice(0, 300),
        });
        if (operation.method === 'GET') expect(response.statusCode, told).toBe(200);
        else expect([200, 409, 422], told).toContain(response.statusCode);
      }
    });
  },
);
