import type pg from 'pg';
import { errorCode } from '../start-problem.ts';
import type { DatabaseAddress } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { connectOwner } from './provision.ts';

const DEADLOCK = '40P01';
const ATTEMPTS = 5;

/**
 * Throws away everything the product keeps in a database and makes its schema anew. For the demo only: whoever calls
 * has made sure that it is one. All goes at once, or nothing: one that is cut off leaves the demo, or a new database.
 */
export async function emptyDatabase(address: DatabaseAddress): Promise<void> {
  const owner = await connectOwner(address);
  try {
    await dropAll(owner);
    await migrate(owner, readMigrations());
  } finally {
    await owner.end();
  }
}

/** A server that runs meanwhile reads the same tables in another order: of two that wait for each other one gives way. */
async function dropAll(owner: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await dropAtOnce(owner);
      return;
    } catch (error) {
      await owner.query('rollback');
      if (errorCode(error) !== DEADLOCK || attempt === ATTEMPTS) throw error;
    }
  }
}

async function dropAtOnce(owner: pg.Client): Promise<void> {
  await owner.query('begin');
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
  );
  for (const { name } of rows) await owner.query(`drop schema ${name} cascade`);
  await owner.query('drop table public.giaoban_migration');
  await owner.query('commit');
}
