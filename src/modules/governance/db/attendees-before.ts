import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { AttendeeRow } from './attendees.ts';
import type { Within } from './within.ts';

/** Whose a row of a list was before the holder of its office was said to have come, and how they were there [GV177]. */
export type BeforeRow = Pick<
  AttendeeRow,
  'id' | 'fullName' | 'isVacant' | 'presence' | 'deputyName' | 'note'
>;

/** The rows of a list that are of the holder of their office, as they were before. */
export async function selectBefore(tx: Tx, { communeId, briefingId }: Within): Promise<BeforeRow[]> {
  const { rows } = await sql<BeforeRow>`
    select id, full_name as "fullName", is_vacant as "isVacant", presence, deputy_name as "deputyName", note
    from governance.attendee_before
    where commune_id = ${communeId} and briefing_id = ${briefingId} limit 500`.execute(tx);
  return rows;
}

/** Makes a row that of the holder of its office; whose it was first is kept, also where the office changes hands once more. */
export async function giveRowToHolder(
  tx: Tx,
  { communeId, briefingId }: Within,
  { id, fullName }: Pick<AttendeeRow, 'id' | 'fullName'>,
): Promise<void> {
  await sql`
    insert into governance.attendee_before (commune_id, id, briefing_id, full_name, is_vacant, presence, deputy_name, note)
    select commune_id, id, briefing_id, full_name, is_vacant, presence, deputy_name, note from governance.attendee
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${id}
    on conflict (commune_id, id) do nothing`.execute(tx);
  await sql`
    update governance.attendee set full_name = ${fullName}, is_vacant = false
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${id}`.execute(tx);
}

/** Makes a row again that of whose it was before {@link giveRowToHolder}. */
export async function giveRowBack(tx: Tx, { communeId, briefingId }: Within, id: Id): Promise<void> {
  await sql`
    with back as (
      delete from governance.attendee_before
      where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${id} returning *
    )
    update governance.attendee there set full_name = back.full_name, is_vacant = back.is_vacant
    from back where there.commune_id = back.commune_id and there.id = back.id`.execute(tx);
}
