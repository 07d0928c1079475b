import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';

/** Ends once somebody in this database, or so many, wait for a lock that another transaction holds. */
export async function waitsForLock(owner: pg.Client, many = 1): Promise<void> {
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  while (((await owner.query(waiting)).rowCount ?? 0) < many) await setTimeout(20);
}
