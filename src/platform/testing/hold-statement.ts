import type pg from 'pg';

/** A statement that waits in the middle of somebody's transaction. */
export type HeldStatement = {
  /** True once it waits. */
  isWaiting(): Promise<boolean>;
  /** Lets it go on, and all that follow. */
  release(): Promise<void>;
};

const KEY = 4_021_981;

/**
 * Makes the next statement of this kind on a table wait, so that a test can look at the middle of a transaction, or
 * kill whoever is in it. `owner` holds it: a connection that may change the table, and is not used by others.
 */
export async function holdStatement(
  owner: pg.Client,
  { table, statement }: { table: string; statement: 'insert' | 'update' },
): Promise<HeldStatement> {
  await owner.query(`create or replace function platform.hold_for_test() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(${KEY}); return null; end $$`);
  await owner.query(`create or replace trigger hold_for_test before ${statement} on ${table}
    for each statement execute function platform.hold_for_test()`);
  await owner.query(`select pg_advisory_lock(${KEY})`);
  return {
    isWaiting: async () => {
      const { rowCount } = await owner.query(
        `select from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted`,
      );
      return rowCount !== 0;
    },
    release: async () => {
      await owner.query(`select pg_advisory_unlock(${KEY})`);
      await owner.query(`drop trigger hold_for_test on ${table}`);
    },
  };
}
