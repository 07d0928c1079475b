import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Database, type DatabaseAddress, TYPE_PARSERS } from '../db/database.ts';
import { migrate, readMigrations } from '../db/migrate.ts';

/** A database of one test file's own: migrated, empty, dropped at the end. */
export type TestDatabase = {
  /** As the product connects: the application's role, under row-level security. */
  readonly app: Database;
  /** As the owner: to arrange what the application may not, and to look behind the policies. */
  readonly owner: pg.Client;
  readonly address: { host: string; port: number; database: string };
  /** Where the owner signs in: for what opens a connection of its own. */
  readonly ownerAddress: DatabaseAddress;
  close(): Promise<void>;
};

/** Where tests find a server: set by `tests/setup/global-setup.ts`, which starts the embedded one. */
function serverUrl(): URL {
  const url = process.env.GIAOBAN_TEST_SERVER;
  if (!url) throw new Error('GIAOBAN_TEST_SERVER is not set: run the tests with npm test');
  return new URL(url);
}

/** What databases begin with besides the tables: filled once a run, by whoever asks first, and copied for each. */
export type Filling = {
  /** Of small letters: the template is named after it. */
  readonly name: string;
  readonly fill: (database: TestDatabase) => Promise<void>;
};

/** A fresh database, copied from a migrated template so that it costs about 50 ms; filled already where a filling is named. */
export async function testDatabase(filling?: Filling): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const ownerConfig = (database: string) => ({
    host: server.hostname,
    port: Number(server.port),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
    database,
    types: TYPE_PARSERS,
  });
  const admin = new pg.Client(ownerConfig('postgres'));
  await admin.connect();
  await admin.query('select pg_advisory_lock(77)');
  try {
    const migrated = await ensureTemplate(admin, ownerConfig);
    const template = filling ? await ensureFilled(admin, ownerConfig, migrated, filling) : TEMPLATE;
    // Its files are copied as they are: written through the log, as is usual, they cost twice as much here and at the end.
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await admin.query('select pg_advisory_unlock(77)');
  }
  return openedDatabase(ownerConfig(name), async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
}

/** A database with both of its connections. @param afterwards when they are closed */
async function openedDatabase(
  ownerAddress: DatabaseAddress,
  afterwards: () => Promise<void> = async () => undefined,
): Promise<TestDatabase> {
  const owner = new pg.Client(ownerAddress);
  await owner.connect();
  const { host, port, database } = ownerAddress;
  const address = { host, port, database };
  const app = connect({ ...address, user: 'giaoban_app', password: 'test' }, 4);
  return {
    app,
    owner,
    address,
    ownerAddress,
    close: async () => {
      await app.close();
      await owner.end();
      await afterwards();
    },
  };
}

const TEMPLATE = 'giaoban_template';

/** Fills a template when it is missing or of another run: what fills it is code, which may have changed. @returns its name */
async function ensureFilled(
  admin: pg.Client,
  config: (database: string) => DatabaseAddress,
  migrated: string,
  { name, fill }: Filling,
): Promise<string> {
  const template = `${TEMPLATE}_${name}`;
  const fingerprint = `${process.env.GIAOBAN_TEST_RUN ?? process.pid} ${migrated}`;
  if ((await descriptionOf(admin, template)) === fingerprint) return template;
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.query(`create database ${template} template ${TEMPLATE} strategy file_copy`);
  const database = await openedDatabase(config(template));
  try {
    await fill(database);
  } finally {
    // A template that somebody is connected to cannot be copied.
    await database.close();
  }
  await admin.query(`comment on database ${template} is '${fingerprint}'`);
  return template;
}

async function descriptionOf(admin: pg.Client, database: string): Promise<string | null | undefined> {
  const { rows } = await admin.query<{ description: string | null }>(
    `select shobj_description(oid, 'pg_database') as description from pg_database where datname = $1`,
    [database],
  );
  return rows[0]?.description;
}

/** Makes the template when it is missing or when a migration has changed since it was made. @returns what tells it from others */
async function ensureTemplate(
  admin: pg.Client,
  config: (database: string) => pg.ClientConfig,
): Promise<string> {
  const migrations = readMigrations();
  const fingerprint = `owned ${migrations.map((step) => step.checksum.slice(0, 12)).join('')}`;
  if ((await descriptionOf(admin, TEMPLATE)) === fingerprint) return fingerprint;
  await admin.query('drop database if exists giaoban_template with (force)');
  await admin.query(
    `do $$ begin if not exists (select from pg_roles where rolname = 'giaoban_app') then
       create role giaoban_app login password 'test' nosuperuser nobypassrls; end if; end $$`,
  );
  await admin.query(
    `do $$ begin if not exists (select from pg_roles where rolname = 'giaoban_owner') then
       create role giaoban_owner; end if; end $$`,
  );
  await admin.query('create database giaoban_template owner giaoban_owner');
  const template = new pg.Client(config('giaoban_template'));
  await template.connect();
  // As in the product: whoever owns the tables and their functions is bound by row-level security too.
  await template.query('set role giaoban_owner');
  await migrate(template, migrations);
  await template.end();
  await admin.query(`comment on database giaoban_template is '${fingerprint}'`);
  return fingerprint;
}
