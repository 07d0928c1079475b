import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Within } from './within.ts';

/** A later correction of closed minutes. */
export type AddendumRow = {
  readonly id: Id;
  readonly number: number;
  readonly text: string;
  readonly reason: string;
  readonly writtenByName: string;
  readonly writtenAt: Date;
};

/** The addenda of a briefing's minutes, in order. */
export async function selectAddenda(tx: Tx, { communeId, briefingId }: Within): Promise<AddendumRow[]> {
  const { rows } = await sql<AddendumRow>`
    select id, number, text, reason, written_by_name as "writtenByName", written_at as "writtenAt"
    from governance.addendum where commune_id = ${communeId} and briefing_id = ${briefingId}
    order by number limit 200`.execute(tx);
  return rows;
}

/**
 * Writes an addendum under the next number; the briefing's row must be locked.
 *
 * @returns its number; undefined when an addendum of another briefing has its id
 */
export async function insertAddendum(
  tx: Tx,
  { communeId, briefingId }: Within,
  addendum: Omit<AddendumRow, 'number'> & { readonly writtenBy: Id | null },
): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    insert into governance.addendum (commune_id, id, briefing_id, number, text, reason, written_by, written_by_name,
                                     written_at)
    select ${communeId}, ${addendum.id}, ${briefingId}, coalesce(max(number), 0) + 1, ${addendum.text},
           ${addendum.reason}, ${addendum.writtenBy}, ${addendum.writtenByName}, ${addendum.writtenAt}
    from governance.addendum where commune_id = ${communeId} and briefing_id = ${briefingId}
    on conflict (commune_id, id) do nothing
    returning number`.execute(tx);
  return rows[0]?.number;
}
