import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { BRIEFING_COLUMNS, type BriefingRow } from './briefings.ts';

/** A session of a point, by its fixed day. */
type Session = Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn'>;

/**
 * The month of a fixed day, in which a point has one session [GV193]: neither a fixed day that is changed nor a notice that brings the session
 * into another month makes it another one. As the key `briefing_session` has it, of a timestamp: that of a date hangs on the time zone.
 */
const monthOf = (regularOn: RawBuilder<unknown>) => sql`date_trunc('month', ${regularOn}::timestamp)`;

const columnOf = (row: string, column: string) => sql.ref(`${row}.${column}`);

/** By what a briefing is of a session. */
const sessionOf = (row: string) => sql`
  (${columnOf(row, 'commune_id')}, ${columnOf(row, 'point_code')}, ${monthOf(columnOf(row, 'regular_on'))})`;

/** Whether a row of `governance.briefing` is of a session [GV193]. */
const isOfSession = (row: string, { communeId, pointCode, regularOn }: Session) => sql`
  ${sessionOf(row)} = (${communeId}::uuid, ${pointCode}, ${monthOf(sql`${regularOn}::date`)})`;

/** Whether two rows of `governance.briefing` are of one session [GV193]. */
export const areOfOneSession = (one: string, other: string): RawBuilder<unknown> =>
  sql`${sessionOf(one)} = ${sessionOf(other)}`;

/**
 * Prepares a briefing; undefined where its session has one that is not cancelled: two people may press at once. One of old data that
 * stands beside that of its session [GV199] is as good as it.
 */
export async function insertBriefing(
  tx: Tx,
  briefing: Session &
    Pick<
      BriefingRow,
      'id' | 'pointName' | 'heldOn' | 'startsAt' | 'meetsAt' | 'place' | 'preparedAt' | 'pointVillages'
    > & { readonly preparedBy: Id | null },
): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`
    insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on, starts_at, meets_at,
                                     place, state, prepared_by, prepared_at)
    select ${briefing.communeId}::uuid, ${briefing.id}::uuid, ${briefing.pointCode}, ${briefing.pointName},
           ${[...briefing.pointVillages]}::text[], ${briefing.regularOn}::date, ${briefing.heldOn}::date, ${briefing.startsAt}::time,
           ${briefing.meetsAt}::time, ${briefing.place}, 'preparing', ${briefing.preparedBy}::uuid, ${briefing.preparedAt}::timestamptz
    where not exists (
      select from governance.briefing beside
      where ${isOfSession('beside', briefing)} and beside.stands_beside is not null and beside.state <> 'cancelled')
    on conflict (commune_id, point_code, ${monthOf(sql.ref('regular_on'))}) where state <> 'cancelled' and stands_beside is null do nothing
    returning id`.execute(tx);
  return rows[0]?.id;
}

/** The briefing of a session that is not cancelled; undefined where there is none. */
export async function selectBriefingOfSession(tx: Tx, session: Session): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where ${isOfSession('briefing', session)} and state <> 'cancelled'
    order by stands_beside is not null, prepared_at desc, id desc limit 1`.execute(tx);
  return rows[0];
}

/** Every briefing of a session that was cancelled, the last first. */
export async function selectCancelledOfSession(tx: Tx, session: Session): Promise<BriefingRow[]> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where ${isOfSession('briefing', session)} and state = 'cancelled'
    order by cancelled_at desc, id desc limit 20`.execute(tx);
  return rows;
}

/** The sessions of some fixed days that have a briefing; not standing: only one that is not held. */
export async function selectBriefedSessions(
  tx: Tx,
  communeId: Id,
  regularDays: readonly BusinessDate[],
): Promise<(Pick<BriefingRow, 'pointCode' | 'regularOn'> & { readonly isStanding: boolean })[]> {
  const { rows } = await sql<Pick<BriefingRow, 'pointCode' | 'regularOn'> & { readonly isStanding: boolean }>`
    select point_code as "pointCode", fixed.regular_on as "regularOn", bool_or(state <> 'cancelled') as "isStanding"
    from governance.briefing
    join unnest(${[...regularDays]}::date[]) as fixed (regular_on)
      on ${monthOf(sql.ref('briefing.regular_on'))} = ${monthOf(sql.ref('fixed.regular_on'))}
    where commune_id = ${communeId}
    group by point_code, fixed.regular_on limit 1000`.execute(tx);
  return rows;
}

/** The briefings of a commune of a day: one for each session that is held then, a cancelled one only where no other was prepared for it. */
export async function selectBriefingsOn(tx: Tx, communeId: Id, heldOn: BusinessDate): Promise<BriefingRow[]> {
  const { rows } = await sql<BriefingRow>`
    select distinct on (${sessionOf('briefing')}) ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId} and held_on = ${heldOn}
    order by ${sessionOf('briefing')}, state = 'cancelled', cancelled_at desc limit 100`.execute(tx);
  return rows;
}
