import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { SeatKey } from '../domain/seat.ts';

/** Briefings of a commune. */
export type BriefingsAsked = { readonly communeId: Id; readonly briefingIds: readonly Id[] };

/** The names of the households that difficulties of some briefings are about, those they left unanswered too, each once. */
export async function selectHouseholdNames(
  tx: Tx,
  { communeId, briefingIds }: BriefingsAsked,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct person_name as name from governance.difficulty
    where commune_id = ${communeId}
      and (briefing_id = any (${[...briefingIds]}::uuid[]) or carried_from && ${[...briefingIds]}::uuid[])
      and about = 'household' and person_name is not null
    order by name limit 1000`.execute(tx);
  return rows.map(({ name }) => name);
}

/** The names on the lists of some briefings, as they are kept: who is asked, and who came for them. Each once. */
export async function selectListedNames(
  tx: Tx,
  { communeId, briefingIds }: BriefingsAsked,
): Promise<string[]> {
  const asked = sql`commune_id = ${communeId} and briefing_id = any (${[...briefingIds]}::uuid[])`;
  const { rows } = await sql<{ name: string }>`
    select full_name as name from governance.attendee where ${asked}
    union select deputy_name from governance.attendee where ${asked} and deputy_name is not null
    limit 1000`.execute(tx);
  return rows.map(({ name }) => name);
}

/** An office that is to do something, and under whose name it was given. */
export type OwningOffice = { readonly seat: SeatKey; readonly name: string };

/**
 * The offices that are to do something of some briefings, each with the name it was given under: what was concluded, a difficulty, a task
 * that came of one or the other. Each once.
 */
export async function selectOwningOffices(
  tx: Tx,
  { communeId, briefingIds }: BriefingsAsked,
): Promise<OwningOffice[]> {
  const asked = sql`commune_id = ${communeId} and briefing_id = any (${[...briefingIds]}::uuid[])`;
  const { rows } = await sql<OwningOffice>`
    select owner_seat as seat, trim(split_part(owner_name, ',', 1)) as name from governance.conclusion
    where ${asked} and owner_seat is not null and owner_name is not null and removed_at is null
    union select given_seat, trim(split_part(given_name, ',', 1)) from governance.difficulty
    where ${asked} and given_seat is not null and given_name is not null
    union select t.owner_seat, trim(split_part(t.owner_name, ',', 1))
    from governance.task t
    join governance.directive d on d.commune_id = t.commune_id and d.id = t.directive_id
    where d.commune_id = ${communeId} and d.briefing_id = any (${[...briefingIds]}::uuid[]) and t.owner_seat is not null
    limit 2000`.execute(tx);
  return rows;
}
