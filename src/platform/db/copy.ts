import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Scope, setScope } from './scope.ts';

/**
 * Sends rows in PostgreSQL's COPY text format into a table. The server refuses COPY into tables under row-level
 * security, so rows go into a temporary table first and are inserted from there, where the policies judge them.
 *
 * @param statement `copy … from stdin`, a constant of the module
 */
export type CopyIn = (statement: string, rows: Uint8Array) => Promise<void>;

/** Runs a change with COPY at hand: one transaction in this scope, on one connection. */
export async function writeInBulk<T>(
  pool: pg.Pool,
  scope: Scope,
  change: (tx: Transaction<unknown>, copyIn: CopyIn) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    // Kysely keeps its connections to itself; one that it borrows from us can be used for COPY as well.
    const held = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
    const kysely = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: { connect: async () => held, end: async () => undefined } }),
    });
    return await kysely.transaction().execute(async (tx) => {
      await setScope(tx, scope);
      return change(tx, (statement, rows) =>
        pipeline(Readable.from([rows]), client.query(copyFrom(statement))),
      );
    });
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection that failed in the middle of a COPY is closed, not reused.
    client.release(failure);
  }
}
