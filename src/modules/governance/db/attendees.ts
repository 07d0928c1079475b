import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Part, Presence } from '../domain/attendance.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { Within } from './within.ts';

/** Somebody asked to a briefing. */
export type AttendeeRow = {
  readonly id: Id;
  readonly part: Part;
  readonly seat: SeatKey | null;
  /** The title of the office where nobody holds it. */
  readonly fullName: string;
  /** Nobody holds the office. */
  readonly isVacant: boolean;
  /** What the person stands for: `Hội Nông dân`, `Tổ 0026000, Ngọc Lãng`. */
  readonly capacity: string;
  readonly presence: Presence;
  readonly deputyName: string | null;
  readonly note: string | null;
  /** Counts what the row said of the person's presence, from 1: by what people say of it, and when the meeting begins with another holder. */
  readonly version: number;
  /** Who said it last. */
  readonly toldByName: string | null;
};

/** Somebody as they are asked, before anything is said of their presence. */
export type AskedRow = Pick<AttendeeRow, 'id' | 'part' | 'seat' | 'fullName' | 'isVacant' | 'capacity'>;

/** What is said of somebody's presence. */
export type ToldPresence = Pick<AttendeeRow, 'presence' | 'deputyName' | 'note'>;

const COLUMNS = sql`
  id, part, seat, full_name as "fullName", is_vacant as "isVacant", capacity, presence, deputy_name as "deputyName", note, version,
  told_by_name as "toldByName"`;

/** Who is asked to a briefing, in the order in which they are called. */
export async function selectAttendees(tx: Tx, { communeId, briefingId }: Within): Promise<AttendeeRow[]> {
  const { rows } = await sql<AttendeeRow>`
    select ${COLUMNS} from governance.attendee where commune_id = ${communeId} and briefing_id = ${briefingId}
    order by position, id limit 500`.execute(tx);
  return rows;
}

/** Of a list, whom a person asked, and of whom it was not kept; without whom the system asked by their offices [GV160]. */
export async function selectAdded(tx: Tx, { communeId, briefingId }: Within): Promise<AttendeeRow[]> {
  const { rows } = await sql<AttendeeRow>`
    select ${COLUMNS} from governance.attendee
    where commune_id = ${communeId} and briefing_id = ${briefingId} and is_added is distinct from false
    order by position, id limit 500`.execute(tx);
  return rows;
}

/** Asks people to a briefing, after those asked already. @param as.isAdded by a person, not by their office @returns how many were not asked before */
export async function insertAttendees(
  tx: Tx,
  { communeId, briefingId }: Within,
  attendees: readonly AskedRow[],
  { isAdded }: { readonly isAdded: boolean },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into governance.attendee (commune_id, id, briefing_id, part, seat, full_name, is_vacant, capacity, presence,
                                     is_added, position)
    select ${communeId}, asked.id, ${briefingId}, asked.part, asked.seat, asked.full_name, asked.is_vacant,
           asked.capacity, 'present', ${isAdded}, asked.ordinality + coalesce((select max(position) from governance.attendee there
             where there.commune_id = ${communeId} and there.briefing_id = ${briefingId}), 0)
    from unnest(${attendees.map((one) => one.id)}::uuid[], ${attendees.map((one) => one.part)}::text[],
                ${attendees.map((one) => one.seat)}::text[], ${attendees.map((one) => one.fullName)}::text[],
                ${attendees.map((one) => one.isVacant)}::boolean[], ${attendees.map((one) => one.capacity)}::text[])
         with ordinality as asked (id, part, seat, full_name, is_vacant, capacity, ordinality)
    on conflict (commune_id, id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** One who is asked to a briefing; undefined when nobody of that id is. */
export async function selectAttendee(
  tx: Tx,
  { communeId, briefingId }: Within,
  attendeeId: Id,
): Promise<AttendeeRow | undefined> {
  const { rows } = await sql<AttendeeRow>`
    select ${COLUMNS} from governance.attendee
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${attendeeId}`.execute(tx);
  return rows[0];
}

/** Says how somebody is there. */
export async function updatePresence(
  tx: Tx,
  { communeId, briefingId }: Within,
  told: ToldPresence & { readonly id: Id; readonly byName: string },
): Promise<void> {
  await sql`
    update governance.attendee
    set presence = ${told.presence}, deputy_name = ${told.deputyName}, note = ${told.note}, version = version + 1,
        told_by_name = ${told.byName}
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${told.id}`.execute(tx);
}

/**
 * Gives a row of the list to whoever holds its office now, as the meeting begins [GV136], or says that its person does no more [GV184]: what
 * was seen of it before is over, and nobody has said what it says now [GV259].
 */
export async function renewAttendee(
  tx: Tx,
  { communeId, briefingId }: Within,
  renewed: Pick<AttendeeRow, 'id' | 'fullName' | 'isVacant' | 'presence' | 'note'>,
): Promise<void> {
  await sql`
    update governance.attendee
    set full_name = ${renewed.fullName}, is_vacant = ${renewed.isVacant}, presence = ${renewed.presence}, note = ${renewed.note},
        version = version + 1, told_by_name = null
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${renewed.id}`.execute(tx);
}

/** Writes in which part somebody is asked from now on. */
export async function movePart(
  tx: Tx,
  { communeId, briefingId }: Within,
  { id, part }: Pick<AttendeeRow, 'id' | 'part'>,
): Promise<void> {
  await sql`
    update governance.attendee set part = ${part}
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${id}`.execute(tx);
}

/** Writes under which name somebody is asked from now on; nothing is said of their presence by that. */
export async function renameAttendee(
  tx: Tx,
  { communeId, briefingId }: Within,
  { id, fullName, isVacant, note }: Pick<AttendeeRow, 'id' | 'fullName' | 'isVacant' | 'note'>,
): Promise<void> {
  await sql`
    update governance.attendee set full_name = ${fullName}, is_vacant = ${isVacant}, note = ${note}
    where commune_id = ${communeId} and briefing_id = ${briefingId} and id = ${id}`.execute(tx);
}
