import pg from 'pg';
import type { DatabaseAddress } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';

/**
 * Throws away everything the product keeps in a database and makes its schema anew. For the demo only: whoever calls
 * has made sure that it is one.
 */
export async function emptyDatabase(address: DatabaseAddress): Promise<void> {
  const owner = new pg.Client({ ...address, application_name: 'giaoban' });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace
       where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
    );
    for (const { name } of rows) await owner.query(`drop schema ${name} cascade`);
    await owner.query('drop table public.giaoban_migration');
    await migrate(owner, readMigrations());
  } finally {
    await owner.end();
  }
}
