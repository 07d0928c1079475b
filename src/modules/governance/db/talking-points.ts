import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { KeptVersion } from '../domain/sent-words.ts';
import type { PointContent, Touched } from '../domain/touched-point.ts';
import type { ChosenVersion } from '../domain/version-state.ts';
import type { Within } from './within.ts';

/** Who wrote a version of a point; no name where it was written before names were kept. */
export type PointWriter = {
  readonly writtenBy: Id | null;
  readonly writtenByName: string | null;
  readonly writtenAt: Date;
};

/** The points that people touched. */
export async function selectTouchedPoints(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<(Touched & PointWriter)[]> {
  const { rows } = await sql<Touched & PointWriter>`
    select key, prepared_text as "preparedText", own_text as "ownText", is_dropped as "isDropped", position, version,
           changed_by as "writtenBy", changed_by_name as "writtenByName", changed_at as "writtenAt"
    from governance.talking_point where commune_id = ${communeId} and briefing_id = ${briefingId}
    order by position nulls last, key limit 1000`.execute(tx);
  return rows;
}

/** Writes what stands of a point, as its next version. */
export async function writePoint(
  tx: Tx,
  { communeId, briefingId }: Within,
  point: PointContent & PointWriter & { readonly key: string },
): Promise<void> {
  await sql`
    insert into governance.talking_point (commune_id, briefing_id, key, prepared_text, own_text, is_dropped,
                                          changed_by, changed_by_name, changed_at)
    values (${communeId}, ${briefingId}, ${point.key}, ${point.preparedText}, ${point.ownText}, ${point.isDropped},
            ${point.writtenBy}, ${point.writtenByName}, ${point.writtenAt})
    on conflict (commune_id, briefing_id, key) do update
      set prepared_text = excluded.prepared_text, own_text = excluded.own_text, is_dropped = excluded.is_dropped,
          changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name,
          changed_at = excluded.changed_at, version = talking_point.version + 1`.execute(tx);
}

/**
 * Puts points in their places, in the order of the keys, each named once; what they say and their versions stay. A point nobody
 * touched is there with version 0.
 */
export async function placePoints(
  tx: Tx,
  { communeId, briefingId }: Within,
  placed: { readonly keys: readonly string[]; readonly at: Date },
): Promise<void> {
  await sql`
    insert into governance.talking_point (commune_id, briefing_id, key, position, changed_at, version)
    select ${communeId}, ${briefingId}, key, ordinality - 1, ${placed.at}, 0
    from unnest(${[...placed.keys]}::text[]) with ordinality as placed (key, ordinality)
    on conflict (commune_id, briefing_id, key) do update set position = excluded.position`.execute(tx);
}

/** A version of a point besides the one that stands. */
export type OtherPoint = PointContent &
  PointWriter & { readonly id: Id; readonly key: string; readonly baseVersion: number };

/** The versions that wait for a choice, of all points of a briefing. */
export async function selectPointConflicts(tx: Tx, { communeId, briefingId }: Within): Promise<OtherPoint[]> {
  const { rows } = await sql<OtherPoint>`
    select id, key, base_version as "baseVersion", prepared_text as "preparedText", own_text as "ownText",
           is_dropped as "isDropped", written_by as "writtenBy", written_by_name as "writtenByName", written_at as "writtenAt"
    from governance.talking_point_version
    where commune_id = ${communeId} and briefing_id = ${briefingId} and state = 'conflicting'
    order by written_at, id limit 1000`.execute(tx);
  return rows;
}

/** Every version of a point besides the one that stands, and that of an id, of whichever point. */
export async function selectKeptPoints(
  tx: Tx,
  { communeId, briefingId }: Within,
  { key, id }: { readonly key: string; readonly id: Id },
): Promise<(PointContent & KeptVersion & { readonly key: string })[]> {
  const { rows } = await sql<PointContent & KeptVersion & { readonly key: string }>`
    select id, key, state, base_version as "baseVersion", prepared_text as "preparedText", own_text as "ownText",
           is_dropped as "isDropped"
    from governance.talking_point_version
    where commune_id = ${communeId} and briefing_id = ${briefingId} and (key = ${key} or id = ${id})`.execute(
    tx,
  );
  return rows;
}

/** What became of a version besides the one that stands; undefined where there is none. */
export async function selectPointVersion(
  tx: Tx,
  { communeId, briefingId }: Within,
  { key, versionId }: { readonly key: string; readonly versionId: Id },
): Promise<ChosenVersion | undefined> {
  const { rows } = await sql<ChosenVersion>`
    select state, written_by_name as "writtenByName", settled_by_name as "settledByName"
    from governance.talking_point_version
    where commune_id = ${communeId} and briefing_id = ${briefingId} and key = ${key} and id = ${versionId}`.execute(
    tx,
  );
  return rows[0];
}

/** Keeps a version beside the point. */
export async function insertPointVersion(
  tx: Tx,
  { communeId, briefingId }: Within,
  version: OtherPoint & { readonly state: 'replaced' | 'conflicting' },
): Promise<void> {
  await sql`
    insert into governance.talking_point_version (commune_id, briefing_id, key, id, base_version, state, prepared_text,
                                                  own_text, is_dropped, written_by, written_by_name, written_at)
    values (${communeId}, ${briefingId}, ${version.key}, ${version.id}, ${version.baseVersion}, ${version.state},
            ${version.preparedText}, ${version.ownText}, ${version.isDropped}, ${version.writtenBy},
            ${version.writtenByName ?? ''}, ${version.writtenAt})`.execute(tx);
}

/** Says that a waiting version became the point, or that it did not, and who chose. */
export async function settlePointVersion(
  tx: Tx,
  { communeId, briefingId }: Within,
  settled: { readonly versionId: Id; readonly state: 'chosen' | 'dropped'; readonly byName: string },
): Promise<void> {
  await sql`
    update governance.talking_point_version set state = ${settled.state}, settled_by_name = ${settled.byName}
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${settled.versionId}`.execute(
    tx,
  );
}
