import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedOptions, openEmbeddedServer } from '../postgres/embedded.ts';
import { ownSecret } from '../postgres/passwords.ts';
import type { Settings } from '../settings.ts';
import type { DatabaseAddress } from './database.ts';
import { checkSteps, migrate, readMigrations } from './migrate.ts';
import { checkServerVersion, connectOwner, provisionApplication } from './provision.ts';

/** The product's database: reachable, provisioned, at the present schema. */
export type OpenDatabase = {
  /** For everything at work. */
  readonly application: DatabaseAddress;
  /** For what owns tables: migrations, and building the demo. */
  readonly owner: DatabaseAddress;
  /** Lets go of the embedded server, which stops when nobody else uses it; nothing to do for an external one. */
  close(): Promise<void>;
};

/** The embedded server's role that owns the database: like everyone it is bound by row-level security. */
const OWNER_ROLE = 'giaoban_owner';

/**
 * The order of every start: server, database and roles, migrations.
 *
 * @throws StartProblem in all cases a person can do something about
 */
export async function openDatabase(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  options: Omit<EmbeddedOptions, 'dataDir'> = {},
): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    const secret = settings.databaseUrl.password || ownSecret(join(settings.dataDir, 'application-secret'));
    return { ...(await prepare(settings.databaseUrl, secret)), close: async () => undefined };
  }
  const server = await openEmbeddedServer({ ...options, dataDir: settings.dataDir });
  try {
    const owner = await provisionOwner(server.superuser, server.passwords.owner);
    return { ...(await prepare(owner, server.passwords.owner)), close: server.close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function prepare(owner: DatabaseAddress, secret: string): Promise<Omit<OpenDatabase, 'close'>> {
  const client = await connectOwner(owner);
  try {
    await checkServerVersion(client);
    // Two processes that start together provision and migrate one after the other.
    await client.query('select pg_advisory_lock($1)', [PROVISION_LOCK]);
    const migrations = readMigrations();
    // Before the role and its password are touched: a newer program may be at work on this database.
    await checkSteps(client, migrations);
    const application = await provisionApplication(client, owner, secret);
    await migrate(client, migrations);
    return { application, owner };
  } finally {
    await client.end();
  }
}

const PROVISION_LOCK = 4_021_980;

/** On the embedded server: the owner's role, which may make the application's, and its database. */
async function provisionOwner(superuser: DatabaseAddress, password: string): Promise<DatabaseAddress> {
  const client = new pg.Client({ ...superuser, application_name: 'giaoban' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PROVISION_LOCK]);
    const role = await client.query('select from pg_roles where rolname = $1', [OWNER_ROLE]);
    if (role.rowCount === 0)
      await client.query(`create role ${OWNER_ROLE} login createrole password ${pg.escapeLiteral(password)}`);
    const database = await client.query(`select from pg_database where datname = 'giaoban'`);
    if (database.rowCount === 0) await client.query(`create database giaoban owner ${OWNER_ROLE}`);
  } finally {
    await client.end();
  }
  return { ...superuser, database: 'giaoban', user: OWNER_ROLE, password };
}
