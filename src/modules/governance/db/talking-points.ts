import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** What a person did with a point; `key` is its rule's, or `own:` and an id. */
export type TouchedPoint = {
  readonly key: string;
  /** The sentence as it stood prepared when the person wrote; null for one a person added. */
  readonly preparedText: string | null;
  readonly ownText: string | null;
  readonly isDropped: boolean;
  readonly position: number | null;
};

type Within = { readonly communeId: Id; readonly briefingId: Id };

/** The points that people touched. */
export async function selectTouchedPoints(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<TouchedPoint[]> {
  const { rows } = await sql<TouchedPoint>`
    select key, prepared_text as "preparedText", own_text as "ownText", is_dropped as "isDropped", position
    from governance.talking_point where commune_id = ${communeId} and briefing_id = ${briefingId}
    order by position nulls last, key limit 200`.execute(tx);
  return rows;
}

/** Writes what a person did with a point. */
export async function writePoint(
  tx: Tx,
  { communeId, briefingId }: Within,
  point: TouchedPoint & { readonly by: Id | null; readonly at: Date },
): Promise<void> {
  await sql`
    insert into governance.talking_point (commune_id, briefing_id, key, prepared_text, own_text, is_dropped, position,
                                          changed_by, changed_at)
    values (${communeId}, ${briefingId}, ${point.key}, ${point.preparedText}, ${point.ownText}, ${point.isDropped},
            ${point.position}, ${point.by}, ${point.at})
    on conflict (commune_id, briefing_id, key) do update
      set prepared_text = excluded.prepared_text, own_text = excluded.own_text, is_dropped = excluded.is_dropped,
          position = excluded.position, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    tx,
  );
}

/** Takes back what a person did: the prepared point stands again, an added one is gone. */
export async function deletePoint(tx: Tx, { communeId, briefingId }: Within, key: string): Promise<void> {
  await sql`
    delete from governance.talking_point
    where commune_id = ${communeId} and briefing_id = ${briefingId} and key = ${key}`.execute(tx);
}
