import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { BRIEFING_COLUMNS, type BriefingRow } from './briefings.ts';

/**
 * Whether a briefing is of the session of this fixed day. A point has one session in a month, and a fixed day that is changed leaves what
 * was cancelled of it under the day that was.
 */
const isOfSession = (regularOn: BusinessDate) =>
  sql`date_trunc('month', regular_on) = date_trunc('month', ${regularOn}::date)`;

/** The briefing of a session that is not cancelled; undefined where there is none. */
export async function selectBriefingOfSession(
  tx: Tx,
  { communeId, pointCode, regularOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn'>,
): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`
    select id from governance.briefing
    where commune_id = ${communeId} and point_code = ${pointCode} and ${isOfSession(regularOn)} and state <> 'cancelled'
    order by (regular_on = ${regularOn}) desc limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Every briefing of a session that was cancelled, the last first. */
export async function selectCancelledOfSession(
  tx: Tx,
  { communeId, pointCode, regularOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn'>,
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from governance.briefing
    where commune_id = ${communeId} and point_code = ${pointCode} and ${isOfSession(regularOn)} and state = 'cancelled'
    order by cancelled_at desc, id desc limit 20`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The briefing of a session that was cancelled last; undefined where none was. */
export async function selectLastCancelled(
  tx: Tx,
  { communeId, pointCode, regularOn }: Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn'>,
): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`
    select ${BRIEFING_COLUMNS} from governance.briefing
    where commune_id = ${communeId} and point_code = ${pointCode} and ${isOfSession(regularOn)} and state = 'cancelled'
    order by cancelled_at desc, id desc limit 1`.execute(tx);
  return rows[0];
}
