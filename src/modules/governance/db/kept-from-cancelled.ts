import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { KeptPart } from '../domain/kept-parts.ts';
import type { Within } from './within.ts';

/** Between which briefings something is kept: from the cancelled one to that prepared again. */
type FromTo = { readonly communeId: Id; readonly from: Id; readonly to: Id };

/**
 * Copies what people did with the points, and the versions that wait for a choice, as they stand, with who wrote them.
 *
 * @returns whether there was any
 */
export async function copyPoints(tx: Tx, { communeId, from, to }: FromTo): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into governance.talking_point (commune_id, briefing_id, key, prepared_text, own_text, is_dropped, position,
                                          version, changed_by, changed_by_name, changed_at)
    select commune_id, ${to}, key, prepared_text, own_text, is_dropped, position, version, changed_by, changed_by_name,
           changed_at
    from governance.talking_point where commune_id = ${communeId} and briefing_id = ${from}`.execute(tx);
  await sql`
    insert into governance.talking_point_version (commune_id, briefing_id, key, id, base_version, state, prepared_text,
                                                  own_text, is_dropped, written_by, written_by_name, written_at)
    select commune_id, ${to}, key, id, base_version, state, prepared_text, own_text, is_dropped, written_by,
           written_by_name, written_at
    from governance.talking_point_version
    where commune_id = ${communeId} and briefing_id = ${from} and state = 'conflicting'`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Writes down from which briefing something was kept, and what. */
export async function markKept(
  tx: Tx,
  { communeId, briefingId }: Within,
  { from, parts }: { readonly from: Id; readonly parts: readonly KeptPart[] },
): Promise<void> {
  await sql`
    update governance.briefing set kept_from = ${from}, kept_parts = ${[...parts]}::text[]
    where commune_id = ${communeId} and id = ${briefingId}`.execute(tx);
}

/** From which cancelled briefing one prepared again goes on, and with what. */
export type KeptFrom = {
  readonly briefingId: Id;
  readonly cancelledAt: Date;
  readonly parts: readonly KeptPart[];
};

/** From which cancelled briefing one goes on; undefined where it began from nothing. */
export async function selectKeptFrom(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<KeptFrom | undefined> {
  const { rows } = await sql<KeptFrom>`
    select old.id as "briefingId", old.cancelled_at as "cancelledAt", anew.kept_parts as parts
    from governance.briefing anew
    join governance.briefing old on old.commune_id = anew.commune_id and old.id = anew.kept_from
    where anew.commune_id = ${communeId} and anew.id = ${briefingId}`.execute(tx);
  return rows[0];
}
