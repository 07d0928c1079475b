import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { type CopyIn, writeInBulk } from './copy.ts';
import { withNamedStatements } from './named-statements.ts';
import { NoConnection } from './no-connection.ts';
import { type Scope, setScope } from './scope.ts';

/** A transaction whose scope is set. Modules narrow it to their own tables with `tx.withTables<…>()`. */
export type Tx = Transaction<unknown>;

/** The application's connection to PostgreSQL: a role that owns nothing and cannot bypass row-level security. */
export type Database = {
  /** Runs a question: one read-only transaction in this scope, which sees one state of the database throughout. */
  read<T>(scope: Scope, question: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a change: one transaction in this scope. Commands go through `platform/command.ts`, which audits. */
  write<T>(scope: Scope, change: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a change of many rows, with COPY at hand: as `write`, on a connection of its own. */
  writeInBulk<T>(scope: Scope, change: (tx: Tx, copyIn: CopyIn) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** How to reach the server, as one role. */
export type DatabaseAddress = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
};

/** How long a connection may keep others waiting, in milliseconds. */
export type PoolLimits = {
  /** How long to wait for a connection that is free. */
  readonly connectMs: number;
  /** How long one statement may take. */
  readonly statementMs: number;
  /** How long a transaction may lie open between two statements. */
  readonly idleMs: number;
};

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;

/**
 * How values come back: đồng (`int8`, and `numeric` from sums of it) as exact `bigint`; a `date` as `YYYY-MM-DD`
 * text, because a JavaScript Date has a zone and a business date has none.
 */
export const TYPE_PARSERS: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8 || oid === NUMERIC) return (text: string) => BigInt(text);
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool of plain connections with the value parsers of this product. */
export function connectPool(address: DatabaseAddress, max: number, limits?: PoolLimits): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    ...(limits && {
      connectionTimeoutMillis: limits.connectMs,
      statement_timeout: limits.statementMs,
      idle_in_transaction_session_timeout: limits.idleMs,
    }),
    ...{ max, types: TYPE_PARSERS, application_name: 'giaoban' },
  });
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that is at work: what it was asked fails by itself.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** @throws NoConnection */
async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new NoConnection('no connection to the database', { cause: error });
  }
}

/**
 * Connects as the application's role.
 *
 * @param limits for whoever serves people; jobs and the command line take the time that they need
 * @param statements `named`: prepared once on each connection, see {@link withNamedStatements}
 */
export function connect(
  address: DatabaseAddress,
  max = 10,
  limits?: PoolLimits,
  { statements = 'unnamed' }: { readonly statements?: 'named' | 'unnamed' } = {},
): Database {
  const pool = connectPool(address, max, limits);
  const connection = async () =>
    statements === 'named' ? withNamedStatements(await connectionOf(pool)) : connectionOf(pool);
  const held = { connect: connection, end: () => pool.end() };
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: held }) });
  const inScope =
    <T>(scope: Scope, work: (tx: Tx) => Promise<T>) =>
    async (tx: Tx) => {
      await setScope(tx, scope);
      return work(tx);
    };
  return {
    read: (scope, question) =>
      kysely
        .transaction()
        .setAccessMode('read only')
        .setIsolationLevel('repeatable read')
        .execute(inScope(scope, question)),
    write: (scope, change) => kysely.transaction().execute(inScope(scope, change)),
    writeInBulk: (scope, change) => writeInBulk(pool, scope, change),
    close: () => kysely.destroy(),
  };
}
