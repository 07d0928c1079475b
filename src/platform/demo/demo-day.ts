import { sql } from 'kysely';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Database, Tx } from '../db/database.ts';
import { NO_SCOPE } from '../db/scope.ts';

/** The demo's day as this process knows it. The database keeps it; the clock asks here, because it cannot wait. */
export type DemoDay = {
  /** Null where the database is no demo. */
  current(): BusinessDate | null;
  /** Reads it from the database: at the start, and after it was moved. */
  load(database: Database): Promise<void>;
};

/** Not yet loaded: no demo. */
export function demoDay(): DemoDay {
  let today: BusinessDate | null = null;
  return {
    current: () => today,
    load: async (database) => {
      today = await database.read(NO_SCOPE, readDemoDay);
    },
  };
}

/** Null where the database is no demo. */
export async function readDemoDay(tx: Tx): Promise<BusinessDate | null> {
  const { rows } = await sql<{ today: BusinessDate }>`select today from platform.demo`.execute(tx);
  return rows[0]?.today ?? null;
}

/** Makes the database the demo, or moves the demo's day. */
export async function writeDemoDay(tx: Tx, today: BusinessDate): Promise<void> {
  await sql`
    insert into platform.demo (only_row, today) values (true, ${today})
    on conflict (only_row) do update set today = excluded.today
  `.execute(tx);
}
