import { type KyselyPlugin, sql } from 'kysely';
import type pg from 'pg';
import type { Database } from '../db/database.ts';

/**
 * A database whose server process is killed in the middle of a change, once so many of its statements have been carried
 * out: what a power cut or `kill -9` leaves behind, at a place the test chooses.
 *
 * @param owner another connection, which does the killing
 * @param statements after how many statements of the change; a change that has fewer lives on
 */
export function dyingDatabase(database: Database, owner: pg.Client, statements: number): Database {
  return {
    ...database,
    write: (scope, change) =>
      database.write(scope, async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        const pid = rows[0]?.pid;
        let carriedOut = 0;
        const killer: KyselyPlugin = {
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            carriedOut += 1;
            if (carriedOut === statements) await owner.query('select pg_terminate_backend($1, 5000)', [pid]);
            return result;
          },
        };
        return change(tx.withPlugin(killer));
      }),
  };
}
