import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { AskedRow, AttendeeRow } from './attendees.ts';
import type { Within } from './within.ts';

/** Somebody who was taken off the list, by whom and when. */
export type TakenOffRow = AskedRow &
  Pick<AttendeeRow, 'version'> & { readonly byName: string; readonly at: Date };

/** Takes somebody off the list and keeps who they were; false when they are not on it. */
export async function takeOffAttendee(
  tx: Tx,
  { communeId, briefingId }: Within,
  { id, byName, at }: Pick<TakenOffRow, 'id' | 'byName' | 'at'>,
): Promise<boolean> {
  // Asked again under its id since, as a guest whose entry was sent twice could be once. It goes by a statement of its own: the insert
  // below would still meet what another part of the same statement deletes.
  await sql`
    delete from governance.attendee_taken_off off using governance.attendee there
    where off.commune_id = ${communeId} and off.briefing_id = ${briefingId} and off.id = ${id}
      and there.commune_id = off.commune_id and there.id = off.id`.execute(tx);
  const { numAffectedRows } = await sql`
    with gone as (
      delete from governance.attendee
      where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${id} returning *
    )
    insert into governance.attendee_taken_off
      (commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, is_added, version, position, by_name, at)
    select commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, is_added, version, position, ${byName}, ${at}
    from gone`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/**
 * Gives somebody's place to another: the one is taken off the list as by {@link takeOffAttendee}, the other is asked in the same part,
 * office and order [GV163], whoever asked them [GV268]; of how the one comes nothing is the other's [GV210].
 */
export async function givePlaceOnList(
  tx: Tx,
  { communeId, briefingId }: Within,
  given: Pick<TakenOffRow, 'id' | 'fullName' | 'isVacant' | 'byName' | 'at'> & {
    readonly toId: Id;
    readonly note: string | null;
  },
): Promise<void> {
  const { id, toId, fullName, isVacant, note, byName, at } = given;
  await sql`
    insert into governance.attendee
      (commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, presence, note, is_added, position)
    select commune_id, ${toId}, briefing_id, part, seat, ${fullName}, ${isVacant}, capacity, 'present', ${note}, is_added, position
    from governance.attendee
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${id}`.execute(tx);
  await takeOffAttendee(tx, { communeId, briefingId }, { id, byName, at });
}

const COLUMNS = sql`
  id, part, seat, full_name as "fullName", is_vacant as "isVacant", capacity, version, by_name as "byName", at`;

/** Who was taken off the list of a briefing under an id; undefined where nobody of it was. */
export async function selectTakenOffById(
  tx: Tx,
  { communeId, briefingId }: Within,
  attendeeId: Id,
): Promise<TakenOffRow | undefined> {
  const { rows } = await sql<TakenOffRow>`
    select ${COLUMNS} from governance.attendee_taken_off
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${attendeeId}`.execute(tx);
  return rows[0];
}

/** Who was taken off the list of a briefing and is not on it again. */
export async function selectTakenOff(tx: Tx, { communeId, briefingId }: Within): Promise<TakenOffRow[]> {
  const { rows } = await sql<TakenOffRow>`
    select ${COLUMNS}
    from governance.attendee_taken_off off
    where commune_id = ${communeId} and briefing_id = ${briefingId}
      and not exists (select from governance.attendee there where there.commune_id = off.commune_id and there.id = off.id)
    order by at, id limit 1000`.execute(tx);
  return rows;
}

/** Puts somebody who was taken off back into their place on the list; false when nobody of that id was. */
export async function bringBackAttendee(
  tx: Tx,
  { communeId, briefingId }: Within,
  attendeeId: Id,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with back as (
      delete from governance.attendee_taken_off
      where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${attendeeId} returning *
    )
    insert into governance.attendee
      (commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, presence, is_added, version, position)
    select commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, 'present', is_added, version, position from back`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}
