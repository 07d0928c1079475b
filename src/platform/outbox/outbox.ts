import { sql } from 'kysely';
import type { NewId } from '../../kernel/ids.ts';
import type { Tx } from '../db/database.ts';

/** News of a module, by name and with ids and codes only: `portfolio.dataDatePublished`. */
export type Event = {
  readonly name: string;
  readonly payload: Readonly<Record<string, string | number | readonly string[]>>;
};

/** Writes events in the transaction that caused them; a worker delivers them after commit, at least once. */
export async function writeOutbox(
  tx: Tx,
  { events, at, newId }: { events: readonly Event[]; at: Date; newId: NewId },
): Promise<void> {
  for (const event of events) {
    await sql`
      insert into platform.outbox (id, name, payload, created_at)
      values (${newId()}, ${event.name}, ${JSON.stringify(event.payload)}::jsonb, ${at})
    `.execute(tx);
  }
}
