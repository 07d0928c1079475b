import type { FastifyInstance } from 'fastify';
import { type CallResult, callOperation } from '../../../kernel/client.ts';
import type { InputOf, Operation } from '../../../kernel/contract.ts';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Role } from '../../../kernel/role.ts';
import type { Clock } from '../../../platform/clock.ts';
import { createHttpServer } from '../../../platform/http/server.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { injected } from '../../../platform/testing/http.ts';
import { testPlatform } from '../../../platform/testing/platform.ts';
import { createIdentity } from '../create-identity.ts';
import { insertAccount } from '../db/accounts.ts';
import { insertAssignment } from '../db/assignments.ts';
import { type Assignment, NO_PLACES } from '../domain/assignment.ts';
import { argon2Passwords, type Passwords } from '../passwords.ts';

/** A password that the rules accept. */
export const GOOD_PASSWORD = 'bốn con gà mái ấp trứng';

/** An office held, the chair of no commune unless said otherwise, from long ago and without an end. */
export function anAssignment(overrides: Partial<Assignment> & { role: Role }): Omit<Assignment, 'id'> {
  return { ...NO_PLACES, validFrom: day('2020-01-01'), validTo: null, decidedBy: null, ...overrides };
}

/** Counts how often a password was hashed or compared: what takes the time of a sign-in. */
export function countingPasswords(): Passwords & { count(): number } {
  const passwords = argon2Passwords();
  let count = 0;
  return {
    hash: (password) => {
      count += 1;
      return passwords.hash(password);
    },
    matches: (storedHash, password) => {
      count += 1;
      return passwords.matches(storedHash, password);
    },
    count: () => count,
  };
}

/** A person to be added. */
export type PersonToAdd = {
  readonly login: string;
  readonly fullName?: string;
  readonly password?: string | null;
  readonly assignments?: readonly Omit<Assignment, 'id'>[];
};

/** Identity at work over a database of its own, with a browser for everyone. */
export async function identityWorld({
  secondFactorRequired = false,
  clock,
}: {
  secondFactorRequired?: boolean;
  clock?: Clock;
} = {}) {
  const database = await testDatabase();
  const { platform: still } = testPlatform(database.app);
  const platform = { ...still, clock: clock ?? still.clock };
  const passwords = countingPasswords();
  const identity = createIdentity({ platform, secondFactorRequired, passwords });
  const http = await createHttpServer(platform, [identity.routes], {
    logger: false,
    rateLimit: 'none',
    identify: identity.identify,
    uploadLimits: { fileBytes: 1_000_000, files: 1 },
  });
  const passwordHash = await argon2Passwords().hash(GOOD_PASSWORD);
  return {
    database,
    platform,
    clock: still.clock,
    passwords,
    identity,
    browser: (address?: string) => browserOf(http, address),
    addPerson: (person: PersonToAdd) => addPerson({ database, passwordHash, newId: platform.newId }, person),
    addOffice: (code: string, communes: readonly Id[] = []) =>
      addOffice(database, { code, communes }, platform.newId),
    addCommune: (code: string, name: string) => addCommune(database, { code, name }, platform.newId),
    close: async () => {
      await http.close();
      await database.close();
    },
  };
}

/** A browser with a cookie jar, on this machine unless an address is given. */
export type Browser = {
  call<Op extends Operation>(operation: Op, input: InputOf<Op>): Promise<CallResult<Op>>;
  cookie(): string | undefined;
};

function browserOf(http: FastifyInstance, address?: string): Browser {
  let cookie: string | undefined;
  return {
    cookie: () => cookie,
    call: (operation, input) =>
      callOperation(
        async (url, request) => {
          const fetch = injected(http, cookie === undefined ? {} : { cookie }, address);
          const response = await fetch(url, request);
          const set = response.headers.get('set-cookie');
          if (set !== null) cookie = /Max-Age=0|01 Jan 1970/i.test(set) ? undefined : set.split(';')[0];
          return response;
        },
        operation,
        input,
      ),
  };
}

async function addPerson(
  { database, passwordHash, newId }: { database: TestDatabase; passwordHash: string; newId: () => Id },
  { login, fullName = 'Y Thử Niê', password, assignments = [] }: PersonToAdd,
): Promise<{ userId: Id; assignmentIds: Id[] }> {
  const userId = newId();
  const ownHash = password ? await argon2Passwords().hash(password) : password;
  const hash = ownHash === undefined ? passwordHash : ownHash;
  const held = assignments.map((one) => ({ ...one, id: newId() }));
  const createdAt = new Date('2026-01-01T00:00:00Z');
  await database.app.write({ communeIds: [], officeIds: [], system: true }, async (tx) => {
    const account = {
      id: userId,
      fullName,
      login,
      phone: null,
      passwordHash: hash,
      isSample: true,
      createdAt,
    };
    await insertAccount(tx, account);
    for (const one of held) await insertAssignment(tx, userId, one);
  });
  return { userId, assignmentIds: held.map((one) => one.id) };
}

async function addOffice(
  { owner }: TestDatabase,
  { code, communes }: { code: string; communes: readonly Id[] },
  newId: () => Id,
): Promise<Id> {
  const id = newId();
  await owner.query(
    'insert into registry.office (id, bank_code, branch_code, name) values ($1, $2, $3, $4)',
    [id, code, code.slice(0, 4), `PGD ${code}`],
  );
  for (const communeId of communes)
    await owner.query(
      `insert into registry.office_commune (office_id, commune_id, valid_from) values ($1, $2, '2020-01-01')`,
      [id, communeId],
    );
  return id;
}

async function addCommune(
  { owner }: TestDatabase,
  { code, name }: { code: string; name: string },
  newId: () => Id,
): Promise<Id> {
  const id = newId();
  await owner.query(
    `insert into registry.area (id, kind, bank_code, name, valid_from) values ($1, 'commune', $2, $3, '2020-01-01')`,
    [id, code, name],
  );
  return id;
}
