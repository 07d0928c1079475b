import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { SeatKey } from '../domain/seat.ts';
import { BRIEFING_COLUMNS, type BriefingRow } from './briefings.ts';
import { areOfOneSession } from './briefings-of-session.ts';

/** The last closed briefing of a point before a day. */
export async function selectBriefingBefore(
  tx: Tx,
  { communeId, pointCode, heldOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'heldOn'>,
): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId} and point_code = ${pointCode} and state = 'closed' and held_on < ${heldOn}
    order by held_on desc limit 1`.execute(tx);
  return rows[0];
}

/** The first day on which people met for a later session of the same point; undefined while they have for none. */
export async function selectNextMet(
  tx: Tx,
  { communeId, pointCode, heldOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'heldOn'>,
): Promise<BusinessDate | undefined> {
  const { rows } = await sql<{ metOn: BusinessDate }>`
    select coalesce(met_on, held_on) as "metOn" from governance.briefing
    where commune_id = ${communeId} and point_code = ${pointCode} and state in ('open', 'closed') and held_on > ${heldOn}
    order by "metOn" limit 1`.execute(tx);
  return rows[0]?.metOn;
}

/** The last closed briefing of a commune, of whichever point, to a day. */
export async function selectLastClosed(
  tx: Tx,
  { communeId, until }: { readonly communeId: Id; readonly until: BusinessDate },
): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId} and state = 'closed' and held_on <= ${until}
    order by held_on desc limit 1`.execute(tx);
  return rows[0];
}

/**
 * The meeting that goes on, or the next that is prepared, of a point that the village uses; of any point when no village is known. One
 * that was prepared and never held, its day being over, comes no more; one of an earlier day, whose minutes are still open, goes on no
 * more [GV150]. Its row is locked until the command ends.
 */
export async function lockComingBriefing(
  tx: Tx,
  {
    communeId,
    villageCode,
    today,
  }: { readonly communeId: Id; readonly villageCode: string | null; readonly today: BusinessDate },
): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId} and state in ('preparing', 'open') and coalesce(met_on, held_on) >= ${today}
      and (${villageCode}::text is null or point_villages = '{}' or ${villageCode} = any (point_villages))
    order by held_on, point_code limit 1 for update`.execute(tx);
  return rows[0];
}

/**
 * The briefing of the same point that follows one: the meeting that goes on or the next that is prepared. One that was prepared and
 * never held, its day being over, comes no more. Its row is locked until the command ends.
 */
export async function lockNextBriefing(
  tx: Tx,
  { communeId, pointCode, heldOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'heldOn'>,
  today: BusinessDate,
): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId} and point_code = ${pointCode} and held_on > ${heldOn}
      and (state = 'open' or (state = 'preparing' and held_on >= ${today}))
    order by held_on limit 1 for update`.execute(tx);
  return rows[0];
}

/** The earliest briefings of a commune whose day is over and of which nobody has said whether people met [GV112], and how many there are. */
export async function selectPassed(
  tx: Tx,
  {
    communeId,
    today,
    limit,
  }: { readonly communeId: Id; readonly today: BusinessDate; readonly limit: number },
): Promise<{ count: number; earliest: Pick<BriefingRow, 'id' | 'pointName' | 'heldOn'>[] }> {
  const { rows } = await sql<Pick<BriefingRow, 'id' | 'pointName' | 'heldOn'> & { count: number }>`
    select id, point_name as "pointName", held_on as "heldOn", count(*) over ()::integer as count
    from governance.briefing
    where commune_id = ${communeId} and state = 'preparing' and held_on < ${today}
    order by held_on, id limit ${limit}`.execute(tx);
  return { count: rows[0]?.count ?? 0, earliest: rows };
}

/**
 * Of some communes the nearest briefing that stands and the nearest that is not held, where none was prepared in its place; those whose
 * day is over are left out.
 *
 * @param seat only those to which this office is asked; null: all
 */
export async function selectNearest(
  tx: Tx,
  {
    communeIds,
    today,
    seat,
  }: { readonly communeIds: readonly Id[]; readonly today: BusinessDate; readonly seat: SeatKey | null },
): Promise<BriefingRow[]> {
  const { rows } = await sql<BriefingRow>`
    select distinct on (state = 'cancelled') ${BRIEFING_COLUMNS} from governance.briefing near
    where commune_id = any (${[...communeIds]}::uuid[]) and state <> 'closed' and coalesce(met_on, held_on) >= ${today}
      and (${seat}::text is null or exists (
        select from governance.attendee asked
        where asked.commune_id = near.commune_id and asked.briefing_id = near.id and asked.seat = ${seat}))
      and (state <> 'cancelled' or not exists (
        select from governance.briefing anew
        where ${areOfOneSession('anew', 'near')} and anew.state <> 'cancelled'))
    order by state = 'cancelled', coalesce(met_on, held_on), meets_at nulls last, id`.execute(tx);
  return rows;
}
