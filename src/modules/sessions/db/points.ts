import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Notice, Point } from '../domain/calendar.ts';

/** A point's row with where it came from. */
export type PointRow = Point & { readonly source: 'bank' | 'entered' };

/** All rows of all points of a commune that were not taken back, newest first. */
export async function readPoints(tx: Tx, communeId: Id): Promise<PointRow[]> {
  const { rows } = await sql<PointRow>`
    select p.id, p.point_code as "pointCode", p.name, p.fixed_day as "fixedDay", to_char(p.starts_at, 'HH24:MI') as "startsAt",
           to_char(p.ends_at, 'HH24:MI') as "endsAt", p.place, p.address, p.valid_from as "validFrom", p.valid_to as "validTo", p.source,
           coalesce((select array_agg(v.village_code order by v.village_code) from sessions.point_village v
                     where v.commune_id = p.commune_id and v.point_id = p.id), '{}') as "villageCodes"
    from sessions.point p where p.commune_id = ${communeId} and p.withdrawn_at is null
    order by p.point_code, p.valid_from desc limit 1000
  `.execute(tx);
  return rows;
}

/** Adds a row of a point with its villages. */
export async function insertPoint(tx: Tx, communeId: Id, point: PointRow): Promise<void> {
  await sql`
    insert into sessions.point (commune_id, id, point_code, name, fixed_day, starts_at, ends_at, place, address,
                                valid_from, valid_to, source)
    values (${communeId}, ${point.id}, ${point.pointCode}, ${point.name}, ${point.fixedDay}, ${point.startsAt},
            ${point.endsAt}, ${point.place}, ${point.address}, ${point.validFrom}, ${point.validTo}, ${point.source})
  `.execute(tx);
  await setVillages(tx, { communeId, pointId: point.id, villageCodes: point.villageCodes });
}

/** Says anew which villages use a point. */
export async function setVillages(
  tx: Tx,
  { communeId, pointId, villageCodes }: { communeId: Id; pointId: Id; villageCodes: readonly string[] },
): Promise<void> {
  await sql`
    delete from sessions.point_village
    where commune_id = ${communeId} and point_id = ${pointId} and village_code <> all (${villageCodes}::text[])
  `.execute(tx);
  await sql`
    insert into sessions.point_village (commune_id, point_id, village_code)
    select ${communeId}, ${pointId}, code from unnest(${villageCodes}::text[]) as code
    on conflict do nothing
  `.execute(tx);
}

/** Ends a row of a point on a day; null: it goes on. */
export async function setPointEnd(
  tx: Tx,
  { communeId, pointId, validTo }: { communeId: Id; pointId: Id; validTo: BusinessDate | null },
): Promise<void> {
  await sql`
    update sessions.point set valid_to = ${validTo} where commune_id = ${communeId} and id = ${pointId}
  `.execute(tx);
}

/** Takes a row of a point back: it stays to be read and counts no more. */
export async function markPointWithdrawn(
  tx: Tx,
  { communeId, pointId, at }: { communeId: Id; pointId: Id; at: Date },
): Promise<void> {
  await sql`
    update sessions.point set withdrawn_at = ${at} where commune_id = ${communeId} and id = ${pointId}
  `.execute(tx);
}

/** Notices of a commune that have not been withdrawn. */
export async function readNotices(tx: Tx, communeId: Id): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select n.id, n.point_id as "pointId", p.point_code as "pointCode", n.regular_on as "regularOn", n.held_on as "heldOn",
           to_char(n.starts_at, 'HH24:MI') as "startsAt", to_char(n.ends_at, 'HH24:MI') as "endsAt", n.reason, n.document
    from sessions.notice n join sessions.point p on p.commune_id = n.commune_id and p.id = n.point_id
    where n.commune_id = ${communeId} and n.withdrawn_at is null
    order by n.regular_on desc limit 2000
  `.execute(tx);
  return rows;
}

/** Records a notice. */
export async function insertNotice(
  tx: Tx,
  notice: Omit<Notice, 'pointCode'> & { communeId: Id; recordedBy: Id | null; recordedAt: Date },
): Promise<void> {
  await sql`
    insert into sessions.notice (commune_id, id, point_id, regular_on, held_on, starts_at, ends_at, reason, document,
                                 recorded_by, recorded_at)
    values (${notice.communeId}, ${notice.id}, ${notice.pointId}, ${notice.regularOn}, ${notice.heldOn}, ${notice.startsAt},
            ${notice.endsAt}, ${notice.reason}, ${notice.document}, ${notice.recordedBy}, ${notice.recordedAt})
  `.execute(tx);
}

/** Withdraws a notice; false when there is none to withdraw. */
export async function markNoticeWithdrawn(
  tx: Tx,
  { communeId, noticeId, at }: { communeId: Id; noticeId: Id; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update sessions.notice set withdrawn_at = ${at}
    where commune_id = ${communeId} and id = ${noticeId} and withdrawn_at is null
  `.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
