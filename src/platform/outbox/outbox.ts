import { sql } from 'kysely';
import type { NewId } from '../../kernel/ids.ts';
import type { Tx } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';

/**
 * News of a module, by name and with ids and codes only: `portfolio.dataDatePublished`. Its `communeId`, or its `officeId`, says whom it
 * is about: news of one name about the same are delivered in order, and about others at any time.
 */
export type Event = {
  readonly name: string;
  readonly payload: Readonly<Record<string, string | number | readonly string[]>>;
};

/**
 * Writes events in the transaction that caused them; `deliver-outbox.ts` delivers them after commit, at least once.
 *
 * @param scope what the cause could see: its handlers see the same
 */
export async function writeOutbox(
  tx: Tx,
  { events, scope, at, newId }: { events: readonly Event[]; scope: Scope; at: Date; newId: NewId },
): Promise<void> {
  for (const event of events) {
    await sql`
      insert into platform.outbox (id, name, payload, scope, created_at)
      values (${newId()}, ${event.name}, ${JSON.stringify(event.payload)}::jsonb, ${JSON.stringify(scope)}::jsonb, ${at})
    `.execute(tx);
  }
}
