import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** Runs a migration once more, as the owner of the tables and in one transaction: over rows as they stood before it. */
export async function runMigration(owner: pg.Client, migration: URL): Promise<void> {
  await owner.query(`begin; set role giaoban_owner; ${readFileSync(migration, 'utf8')}; reset role; commit`);
}
