import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { PointChanges } from '../domain/feed.ts';

/** Keeps the hash of a new feed's secret. */
export async function insertFeed(
  tx: Tx,
  feed: { communeId: Id; id: Id; secretHash: string; createdBy: Id | null; createdAt: Date },
): Promise<void> {
  await sql`
    insert into sessions.calendar_feed (commune_id, id, secret_hash, created_by, created_at)
    values (${feed.communeId}, ${feed.id}, ${feed.secretHash}, ${feed.createdBy}, ${feed.createdAt})
  `.execute(tx);
}

/** Feeds that have not been revoked. */
export async function readFeeds(tx: Tx, communeId: Id): Promise<{ id: Id; createdAt: Date }[]> {
  const { rows } = await sql<{ id: Id; createdAt: Date }>`
    select id, created_at as "createdAt" from sessions.calendar_feed
    where commune_id = ${communeId} and revoked_at is null order by created_at limit 100
  `.execute(tx);
  return rows;
}

/** True when the commune has a feed with this secret that has not been revoked. */
export async function feedExists(
  tx: Tx,
  { communeId, secretHash }: { communeId: Id; secretHash: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from sessions.calendar_feed
    where commune_id = ${communeId} and secret_hash = ${secretHash} and revoked_at is null
  `.execute(tx);
  return rows.length > 0;
}

/** Revokes a feed; false when there is none to revoke. */
export async function markFeedRevoked(
  tx: Tx,
  { communeId, feedId, at }: { communeId: Id; feedId: Id; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update sessions.calendar_feed set revoked_at = ${at}
    where commune_id = ${communeId} and id = ${feedId} and revoked_at is null
  `.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** The commune's name, for the feed's title (reference data of registry). */
export async function readCommuneName(tx: Tx, communeId: Id): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select name from registry.area where id = ${communeId}`.execute(tx);
  return rows[0]?.name ?? '';
}

/** How often rows of points were entered or taken back, by point and first day: what SEQUENCE counts [SE8]. */
export async function readRowChanges(tx: Tx, communeId: Id): Promise<PointChanges[]> {
  const { rows } = await sql<PointChanges>`
    select point_code as "pointCode", valid_from as "on", (count(*) + count(withdrawn_at))::integer as changes
    from sessions.point where commune_id = ${communeId} group by point_code, valid_from limit 5000
  `.execute(tx);
  return rows;
}

/** How often notices were recorded or withdrawn, by point and regular day: what SEQUENCE counts [SE8]. */
export async function readNoticeChanges(tx: Tx, communeId: Id): Promise<PointChanges[]> {
  const { rows } = await sql<PointChanges>`
    select p.point_code as "pointCode", n.regular_on as "on", (count(*) + count(n.withdrawn_at))::integer as changes
    from sessions.notice n join sessions.point p on p.commune_id = n.commune_id and p.id = n.point_id
    where n.commune_id = ${communeId} group by p.point_code, n.regular_on limit 5000
  `.execute(tx);
  return rows;
}
