import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../src/kernel/contract.ts';
import { declaredOperations } from './declared-operations.ts';
import { leaks, owedVnd, partsOf, type Reader } from './marks.ts';
import { NEVER_ACCEPTED } from './never-accepted.ts';
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
import { ask, openWorld, type World } from './world.ts';

const OPERATIONS = await declaredOperations();
const EXPECTED = expectations(readPolicyTable());

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

/** True when the place is outside what the asker may point at with this operation. */
function isForeign(operation: Operation, asker: Asker, place: Place): boolean {
  const at = pointsAt(operation);
  // Whom the table gives it over the whole system reaches every office with it.
  if (at === 'office' && EXPECTED.get(operation.name)?.[columnOf(asker)] === 'system') return false;
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

/** What a seat has not although its role has it: a reader of one commune reads no office side by side. */
const NOT_OF_SEAT: Readonly<Record<string, readonly Asker[]>> = {
  'portfolio.showOfficeMonth': ['readerOfCommune'],
};

const refusedAs = (asker: Asker) => (asker === 'nobody' ? 401 : 403);
const served = () =>
  world.modules.routes.flatMap((module) => module.implementations.map((one) => one.operation.name));

describe('the policy table', () => {
  it('[ID22] is what the code declares; after a wanted change: npx tsx tests/access/write-policy-table.ts', () => {
    expect(readPolicyTable()).toBe(renderPolicyTable(OPERATIONS));
  });

  it('[ID22] has every operation that is served, and every operation in it is served', () => {
    expect([...served()].sort()).toEqual(OPERATIONS.map(({ name }) => name));
  });

  it('[ID22] has every operation that is published, each with all its refusals in words', async () => {
    const { paths } = (await world.http.inject('/api/openapi.json')).json<{
      readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
    }>();
    const published = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(published.map(({ operationId }) => operationId).sort()).toEqual(
      OPERATIONS.map(({ name }) => name),
    );
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
    world.http.inject({
      method: operation.method,
      url: `/api${operation.path.replace(/\{\w+\}/g, OWN_PLACE.communeId)}`,
      headers: {
        host: 'giaoban.vn',
        cookie: `__Host-giaoban=${world.tokens.get('administrator')}`,
        ...headers,
      },
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

/** What a file's name may end with: nothing that a browser would open as a page. */
const FILE_ENDING = /\.(csv|docx|ics|jpg|pdf|svg|xlsx)$/;

describe('a file that is given out', () => {
  it.each(OPERATIONS.filter(({ answer }) => answer === 'file').map(({ name }) => name))(
    '[FS3] %s: is saved under its name, never shown as a page, and nothing in it may run',
    async (name) => {
      const operation = OPERATIONS.find((one) => one.name === name) as Operation;
      const answers = [];
      for (const asker of ASKERS) answers.push(await ask(world, operation, asker, OWN_PLACE));
      const [given] = answers.filter(({ statusCode }) => statusCode === 200);
      const [, encoded = ''] =
        /^attachment; filename\*=UTF-8''([\w.!~%-]+)$/.exec(String(given?.headers['content-disposition'])) ??
        [];
      expect(decodeURIComponent(encoded)).toMatch(FILE_ENDING);
      expect(given?.headers['content-type']).not.toMatch(/html|javascript/);
      expect(given?.headers['x-content-type-options']).toBe('nosniff');
      const policy = String(given?.headers['content-security-policy']);
      expect(policy).toMatch(/default-src 'none'.*object-src 'none'/);
      expect(policy).not.toMatch(/unsafe-|\*/);
    },
  );
});

describe.each(OPERATIONS.map((operation) => ({ name: operation.name, operation })))(
  '$name',
  ({ operation }) => {
    const isServed = () => served().includes(operation.name);
    const answers = new Map<string, Promise<Awaited<ReturnType<typeof ask>>>>();

    /** The answer, asked for once: every change is undone, so whoever asks the same again is told the same. */
    function answerTo(asker: Asker, place: Place) {
      const key = `${asker} ${place.number}`;
      const answer = answers.get(key) ?? ask(world, operation, asker, place);
      answers.set(key, answer);
      return answer;
    }
    afterAll(() => answers.clear());

    it('[ID22] is refused to everybody the table refuses it to', async () => {
      if (!isServed()) return;
      for (const asker of ASKERS.filter((one) => EXPECTED.get(operation.name)?.[columnOf(one)] === '-')) {
        const response = await answerTo(asker, OWN_PLACE);
        expect({ asker, status: response.statusCode }).toEqual({ asker, status: refusedAs(asker) });
      }
    });

    it('[ID22] shows and changes nothing outside what the table gives', async () => {
      if (!isServed()) return;
      const allowed = ASKERS.filter((one) => EXPECTED.get(operation.name)?.[columnOf(one)] !== '-');
      const places = pointsAt(operation) === 'nothing' ? [OWN_PLACE] : PLACES;
      for (const asker of allowed)
        for (const place of places) {
          const response = await answerTo(asker, place);
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

    it('[ID22] is accepted from somebody, or the table says why it never is', async () => {
      if (!isServed()) return;
      const accepted: Asker[] = [];
      const told: string[] = [];
      for (const asker of ASKERS) {
        const response = await answerTo(asker, OWN_PLACE);
        if (response.statusCode === 200) accepted.push(asker);
        else told.push(`${asker}: ${response.statusCode} ${response.body.slice(0, 120)}`);
      }
      const isNever = operation.name in NEVER_ACCEPTED;
      expect(accepted.length > 0, told.join('\n')).toBe(!isNever);
    });

    it('[ID22] is there for those the table gives it to', async () => {
      if (!isServed() || typeof operation.permission === 'string') return;
      for (const asker of ASKERS.filter((one) => EXPECTED.get(operation.name)?.[columnOf(one)] !== '-')) {
        const response = await answerTo(asker, OWN_PLACE);
        const told = JSON.stringify({
          asker,
          status: response.statusCode,
          body: response.body.slice(0, 300),
        });
        if (NOT_OF_SEAT[operation.name]?.includes(asker)) expect(response.statusCode, told).toBe(403);
        else if (operation.method === 'GET') expect(response.statusCode, told).toBe(200);
        else expect([200, 409, 422], told).toContain(response.statusCode);
      }
    });
  },
);
