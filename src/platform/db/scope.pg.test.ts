import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { type CatalogueTable, readCatalogue, rowStatement, takeAnyRow } from '../testing/catalogue-rows.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { DEFINER_FUNCTIONS, READ_BY_SYSTEM, READ_WHOLE } from '../testing/scope-exceptions.ts';
import { NO_SCOPE, type Scope } from './scope.ts';

const OWN = { commune: uuid(1), office: uuid(2) };
const OTHER = { commune: uuid(3), office: uuid(4) };
const VALUES = {
  commune_id: OWN.commune,
  office_id: OWN.office,
  village_code: 'V1',
  group_code: 'G1',
  association_code: 'A1',
  owner_seat: 'associationHead:A1',
  recipient_seats: '{associationHead:A1}',
  // What the system's own scope reads of tasks: those that wait for their owner.
  state: 'given',
};
/** Columns that say which office reads a row, whatever the row is about. */
const SEAT_COLUMNS = ['owner_seat', 'recipient_seats'];
const NARROWINGS = [
  { column: 'village_code', by: 'villageCodes', own: 'V1' },
  { column: 'group_code', by: 'groupCodes', own: 'G1' },
  { column: 'association_code', by: 'associationCodes', own: 'A1' },
] as const;

let database: TestDatabase;
let tables: readonly CatalogueTable[];

beforeAll(async () => {
  database = await testDatabase();
  tables = await readCatalogue(database.owner);
  await takeAnyRow(database.owner);
  for (const { name } of tables) await database.owner.query(await rowStatement(database.owner, name, VALUES));
});
afterAll(() => database.close());

function uuid(n: number): Id {
  return `0192f0c8-0000-7000-8000-00000000000${n}` as Id;
}

const scope = (parts: Partial<Scope>): Scope => ({ ...NO_SCOPE, ...parts });
const of = (owner: string) =>
  tables.filter((table) => table.owner === owner && table.rights.includes('SELECT'));

const isOfSeat = ({ name, columns }: CatalogueTable) =>
  !(name in READ_WHOLE) && columns.some((column) => SEAT_COLUMNS.includes(column));

async function countIn(within: Scope, { name }: CatalogueTable): Promise<number> {
  const { rows } = await database.app.read(within, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(tx),
  );
  return rows[0]?.n ?? -1;
}

/** The tables that show something else than `expected` rows in this scope. */
async function otherThan(
  expected: number,
  within: Scope,
  among: readonly CatalogueTable[],
): Promise<string[]> {
  const found: string[] = [];
  for (const table of among) if ((await countIn(within, table)) !== expected) found.push(table.name);
  return found;
}

describe('every table', () => {
  test('says whose rows it holds, and is secured accordingly', () => {
    const unnamed = tables.filter(
      ({ owner }) => !['commune', 'office', 'system', 'reference', 'local'].includes(owner ?? ''),
    );
    expect(unnamed.map((table) => table.name)).toEqual([]);
    const owned = tables.filter(
      ({ owner }) => owner === 'commune' || owner === 'office' || owner === 'system',
    );
    expect(owned.filter((table) => !table.isSecured || !table.isForced).map((table) => table.name)).toEqual(
      [],
    );
    expect(owned.length).toBeGreaterThan(30);
  });

  test('has the generated row, so that seeing none means something', async () => {
    for (const { name } of tables) {
      const { rows } = await database.owner.query(`select count(*)::int as n from ${name}`);
      expect([name, rows[0].n > 0]).toEqual([name, true]);
    }
  });

  test('of a commune, an office or the system shows nothing without a scope', async () => {
    const owned = ['commune', 'office', 'system'].flatMap(of);
    expect(await otherThan(0, NO_SCOPE, owned)).toEqual([]);
  });

  test('shows nothing on a connection where no scope was ever set', async () => {
    // As somebody would who forgot the wrapper: the application's role, straight from the pool.
    await database.owner.query('set role giaoban_app');
    try {
      for (const { name } of ['commune', 'office', 'system'].flatMap(of)) {
        const { rows } = await database.owner.query(`select count(*)::int as n from ${name}`);
        expect([name, rows[0].n]).toEqual([name, 0]);
      }
    } finally {
      await database.owner.query('reset role');
    }
  });

  test('of a commune shows its row in the scope of that commune, none in another', async () => {
    expect(await otherThan(1, scope({ communeIds: [OWN.commune] }), of('commune'))).toEqual([]);
    expect(await otherThan(1, scope({ communeIds: [OTHER.commune, OWN.commune] }), of('commune'))).toEqual(
      [],
    );
    const elsewhere = scope({ communeIds: [OTHER.commune], officeIds: [OWN.office, OTHER.office] });
    expect(await otherThan(0, elsewhere, of('commune'))).toEqual([]);
  });

  test('of a commune is closed to the scope of the system, but for those with a reason', async () => {
    expect(await otherThan(0, scope({ system: true }), of('commune'))).toEqual(
      Object.keys(READ_BY_SYSTEM).sort(),
    );
  });

  test('of an office shows its row in the scope of that office, none in another', async () => {
    expect(await otherThan(1, scope({ officeIds: [OWN.office] }), of('office'))).toEqual([]);
    const elsewhere = scope({ officeIds: [OTHER.office], communeIds: [OTHER.commune] });
    expect(await otherThan(0, elsewhere, of('office'))).toEqual([]);
  });

  test('of the system shows its row to the system only, whatever else is in the scope', async () => {
    expect(await otherThan(1, scope({ system: true }), of('system'))).toEqual([]);
    const person = scope({ officeIds: [OWN.office], communeIds: [OWN.commune] });
    expect(await otherThan(0, person, of('system'))).toEqual([]);
  });

  test.each(NARROWINGS)(
    'with $column shows only the rows of a scope narrowed by it',
    async ({ column, by, own }) => {
      const among = of('commune').filter(
        (table) => table.columns.includes(column) && !isOfSeat(table) && !(table.name in READ_WHOLE),
      );
      expect(among.length).toBeGreaterThan(5);
      const narrowed = (codes: readonly string[]) => scope({ communeIds: [OWN.commune], [by]: codes });
      expect(await otherThan(1, narrowed([own]), among)).toEqual([]);
      expect(await otherThan(1, narrowed(['X9', own]), among)).toEqual([]);
      for (const codes of [['X9'], [], [own.toLowerCase()], [`${own}0`]])
        expect([codes, await otherThan(0, narrowed(codes), among)]).toEqual([codes, []]);
    },
  );

  test('of a seat shows its row to that office however narrow its scope, to no other, and to the whole commune', async () => {
    const among = of('commune').filter(isOfSeat);
    expect(among.length).toBeGreaterThan(4);
    const own = 'associationHead:A1';
    expect(await otherThan(1, scope({ communeIds: [OWN.commune] }), among)).toEqual([]);
    for (const { by } of NARROWINGS) {
      const narrowed = (seat?: string) =>
        scope({ communeIds: [OWN.commune], [by]: [], ...(seat === undefined ? {} : { seat }) });
      expect([by, await otherThan(1, narrowed(own), among)]).toEqual([by, []]);
      for (const seat of [
        undefined,
        'communePolice',
        'associationHead:A2',
        'associationHead',
        'groupLeader:A1',
      ])
        expect([by, seat, await otherThan(0, narrowed(seat), among)]).toEqual([by, seat, []]);
    }
    expect(await otherThan(0, scope({ communeIds: [OTHER.commune], seat: own }), among)).toEqual([]);
  });

  test('a seat that is none is refused before it reaches the database', async () => {
    for (const seat of ["a'b", 'a,b', 'a:b:c', '*', ''])
      await expect(
        database.app.read(scope({ communeIds: [OWN.commune], seat }), async () => 'ran'),
      ).rejects.toThrow(RangeError);
  });

  test.each(NARROWINGS)(
    'of a commune that ignores a scope narrowed by $column is listed with its reason',
    async ({ by }) => {
      const narrowed = scope({ communeIds: [OWN.commune], [by]: [] });
      const whole = await otherThan(0, narrowed, of('commune'));
      expect(whole.filter((name) => !(name in READ_WHOLE))).toEqual([]);
    },
  );

  test('a row cannot be written into another commune or office, nor into the system, from outside', async () => {
    const elsewhere = scope({ communeIds: [OTHER.commune], officeIds: [OTHER.office] });
    for (const table of ['commune', 'office', 'system'].flatMap(of)) {
      // Every command may add news to the outbox; nobody but the system reads it.
      if (!table.rights.includes('INSERT') || table.name === 'platform.outbox') continue;
      const statement = await rowStatement(database.owner, table.name, VALUES);
      const attempt = database.app.write(elsewhere, (tx) => sql.raw(statement).execute(tx));
      await expect(attempt, table.name).rejects.toThrow('row-level security');
    }
  });
});

describe('the application', () => {
  test('is an ordinary role that owns nothing and belongs to no other role', async () => {
    const { rows } = await database.owner.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
             (select count(*)::int from pg_class where relowner = r.oid) as tables,
             (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
             (select count(*)::int from pg_proc where proowner = r.oid) as functions,
             (select count(*)::int from pg_database where datdba = r.oid) as databases,
             (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = 'giaoban_app'`);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        tables: 0,
        schemas: 0,
        functions: 0,
        databases: 0,
        memberships: 0,
      },
    ]);
  });

  test('cannot make tables in any schema of the product', async () => {
    const { rows } = await database.owner.query(`
      select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'
        and has_schema_privilege('giaoban_app', oid, 'CREATE')`);
    expect(rows).toEqual([]);
  });

  test('reaches partitions only through their table, which has the policies', async () => {
    const { rows } = await database.owner.query(`
      select oid::regclass::text as name from pg_class where relispartition and relkind in ('r', 'p')
        and has_table_privilege('giaoban_app', oid, 'SELECT, INSERT, UPDATE, DELETE')`);
    expect(rows).toEqual([]);
  });

  test('views run with the rights of who asks, and there are no materialised ones, which have no policies', async () => {
    const { rows } = await database.owner.query(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname not like 'pg\\_%' and nspname <> 'information_schema'
        and (relkind = 'm' or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false))`);
    expect(rows).toEqual([]);
  });

  test('functions with the rights of their owner are listed with their reason, and fix their search path', async () => {
    const { rows } = await database.owner.query<{ name: string; fixed: boolean }>(`
      select n.nspname || '.' || proname as name, coalesce(proconfig::text like '%search_path=%', false) as fixed
      from pg_proc p join pg_namespace n on n.oid = pronamespace
      where prosecdef and nspname not like 'pg\\_%' and nspname <> 'information_schema' order by 1`);
    expect(rows).toEqual(
      Object.keys(DEFINER_FUNCTIONS)
        .sort()
        .map((name) => ({ name, fixed: true })),
    );
  });
});

describe('the proof itself', () => {
  /** Runs a statement as the owner, looks, and takes it back. */
  async function meanwhile<T>(statement: string, undo: string, look: () => Promise<T>): Promise<T> {
    await database.owner.query(statement);
    try {
      return await look();
    } finally {
      await database.owner.query(undo);
    }
  }

  test('finds a table that is open, and one that does not say whose rows it holds', async () => {
    const statement = `create table registry.open (commune_id uuid); insert into registry.open values ('${OWN.commune}');
      grant select on registry.open to giaoban_app`;
    const open = await meanwhile(statement, 'drop table registry.open', async () => {
      const table = (await readCatalogue(database.owner)).find(({ name }) => name === 'registry.open');
      if (!table) throw new Error('not in the catalogue');
      return { ...table, seen: await countIn(NO_SCOPE, table) };
    });
    expect(open).toMatchObject({ owner: null, isSecured: false, isForced: false, seen: 1 });
  });

  test('finds a policy that forgets to narrow', async () => {
    const among = of('commune').filter((table) => table.name === 'registry.person');
    const statement = `alter policy scope on registry.person using (commune_id = any (platform.scope_communes()))`;
    const { rows } = await database.owner.query(
      `select pg_get_expr(polqual, polrelid) as condition from pg_policy where polrelid = 'registry.person'::regclass`,
    );
    const narrowed = scope({ communeIds: [OWN.commune], villageCodes: ['X9'] });
    const undo = `alter policy scope on registry.person using (${rows[0].condition})`;
    expect(await meanwhile(statement, undo, () => otherThan(0, narrowed, among))).toEqual([
      'registry.person',
    ]);
    expect(await otherThan(0, narrowed, among)).toEqual([]);
  });
});

describe('a scope', () => {
  test.each(["x'; reset all; --", 'a b', 'é', 'a;b', "a'b", 'a"b', 'a\\b'])(
    'refuses the value %s',
    async (code) => {
      const attempt = database.app.read(scope({ villageCodes: [code] }), async () => 'ran');
      await expect(attempt).rejects.toThrow(RangeError);
    },
  );

  test('a code that holds the list sign or stands for everything is no code', async () => {
    for (const code of ['*', 'V1,V2', '-', ''])
      await expect(database.app.read(scope({ villageCodes: [code] }), async () => 'ran')).rejects.toThrow(
        RangeError,
      );
  });

  test('does not outlive its transaction', async () => {
    const one = of('commune').find((table) => table.name === 'registry.person');
    if (!one) throw new Error('no such table');
    for (let i = 0; i < 8; i++) await countIn(scope({ communeIds: [OWN.commune] }), one);
    for (let i = 0; i < 8; i++) expect(await countIn(NO_SCOPE, one)).toBe(0);
  });
});
