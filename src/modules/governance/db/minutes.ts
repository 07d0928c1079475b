import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Minutes } from '../domain/minutes.ts';

/** What closing fixes. */
export type ClosedMinutes = {
  readonly communeId: Id;
  readonly briefingId: Id;
  readonly year: number;
  readonly number: number;
  readonly content: Minutes;
  readonly hash: string;
  readonly auditSequence: bigint;
  readonly auditHash: string;
  readonly by: Id | null;
  readonly at: Date;
};

/**
 * The next number of a commune's minutes in a year [GV10]. The row of the series stays locked until the command ends; one
 * that is rolled back gives its number back, so none is left out.
 */
export async function takeMinutesNumber(tx: Tx, communeId: Id, year: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into governance.minutes_series (commune_id, year, last_number) values (${communeId}, ${year}, 1)
    on conflict (commune_id, year) do update set last_number = minutes_series.last_number + 1
    returning last_number as number`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the series of minutes gave no number');
  return row.number;
}

/** Fixes the minutes of a briefing. */
export async function fixMinutes(tx: Tx, closed: ClosedMinutes): Promise<void> {
  await sql`
    update governance.briefing
    set state = 'closed', closed_by = ${closed.by}, closed_at = ${closed.at}, minutes_year = ${closed.year},
        minutes_number = ${closed.number}, minutes = ${JSON.stringify(closed.content)}::jsonb,
        minutes_hash = ${closed.hash}, audit_sequence = ${closed.auditSequence}, audit_hash = ${closed.auditHash}
    where commune_id = ${closed.communeId} and id = ${closed.briefingId} and state = 'open'`.execute(tx);
}

/** The closed briefings of a commune, in the order of their numbers. */
export async function selectClosedBriefings(tx: Tx, communeId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from governance.briefing where commune_id = ${communeId} and state = 'closed'
    order by minutes_year, minutes_number`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The fixed minutes of a briefing; undefined while it is not closed. */
export async function selectMinutes(
  tx: Tx,
  communeId: Id,
  briefingId: Id,
): Promise<Omit<ClosedMinutes, 'by' | 'communeId' | 'briefingId'> | undefined> {
  const { rows } = await sql<Omit<ClosedMinutes, 'by' | 'communeId' | 'briefingId'>>`
    select minutes_year as year, minutes_number as number, minutes as content, minutes_hash as hash,
           audit_sequence as "auditSequence", audit_hash as "auditHash", closed_at as at
    from governance.briefing
    where commune_id = ${communeId} and id = ${briefingId} and state = 'closed'`.execute(tx);
  return rows[0];
}
