import { sql } from 'kysely';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Database, Tx } from '../db/database.ts';
import { NO_SCOPE } from '../db/scope.ts';

/** The demo's day as this process knows it. The database keeps it; the clock asks here, because it cannot wait. */
export type DemoDay = {
  /** Null where the database is no demo. */
  current(): BusinessDate | null;
  /** Reads it from the database, at the start. */
  load(database: Database): Promise<void>;
  /**
   * Reads it again, while serving: another process may have moved it, or be filling the demo anew. A day that is gone
   * for a moment stays: a demo never turns into a real installation.
   */
  follow(database: Database): Promise<void>;
  /** Told by whoever moves it. */
  moveTo(today: BusinessDate): void;
};

/** Not yet loaded: no demo. */
export function demoDay(): DemoDay {
  let today: BusinessDate | null = null;
  return {
    current: () => today,
    load: async (database) => {
      today = await database.read(NO_SCOPE, readDemoDay);
    },
    follow: async (database) => {
      today = (await database.write(NO_SCOPE, readSettledDemoDay)) ?? today;
    },
    moveTo: (moved) => {
      today = moved;
    },
  };
}

/** Null where the database is no demo. */
export async function readDemoDay(tx: Tx): Promise<BusinessDate | null> {
  const { rows } = await sql<{ today: BusinessDate }>`select today from platform.demo`.execute(tx);
  return rows[0]?.today ?? null;
}

/**
 * As {@link readDemoDay}, once nobody is moving it: whoever moves it tells this process before the move is committed, and a day read in
 * between would put the old one back on every page.
 */
async function readSettledDemoDay(tx: Tx): Promise<BusinessDate | null> {
  const { rows } = await sql<{ today: BusinessDate }>`select today from platform.demo for share`.execute(tx);
  return rows[0]?.today ?? null;
}

/** Whether the database is the demo, and whether it has been filled to the end. */
export async function readDemoState(tx: Tx): Promise<'noDemo' | 'filling' | 'filled'> {
  const { rows } = await sql<{
    filledAt: Date | null;
  }>`select filled_at as "filledAt" from platform.demo`.execute(tx);
  if (!rows[0]) return 'noDemo';
  return rows[0].filledAt === null ? 'filling' : 'filled';
}

/** Notes that the demo has been filled to the end. */
export async function markDemoFilled(tx: Tx, at: Date): Promise<void> {
  await sql`update platform.demo set filled_at = ${at}`.execute(tx);
}

/** Makes the database the demo, or moves the demo's day. */
export async function writeDemoDay(tx: Tx, today: BusinessDate): Promise<void> {
  await sql`
    insert into platform.demo (only_row, today) values (true, ${today})
    on conflict (only_row) do update set today = excluded.today
  `.execute(tx);
}
