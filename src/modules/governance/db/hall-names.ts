import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

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

/**
 * The names of who is asked to some briefings, who came for them, and who holds an office that is to do something of it: what was
 * concluded, a difficulty, a task that came of one or the other. Each once.
 */
export async function selectOfficialNames(
  tx: Tx,
  { communeId, briefingIds }: BriefingsAsked,
): Promise<string[]> {
  const asked = sql`commune_id = ${communeId} and briefing_id = any (${[...briefingIds]}::uuid[])`;
  const { rows } = await sql<{ name: string }>`
    select full_name as name from governance.attendee where ${asked}
    union select deputy_name from governance.attendee where ${asked} and deputy_name is not null
    union select trim(split_part(owner_name, ',', 1)) from governance.conclusion
    where ${asked} and owner_seat is not null and owner_name is not null and removed_at is null
    union select trim(split_part(given_name, ',', 1)) from governance.difficulty
    where ${asked} and given_seat is not null and given_name is not null
    union select trim(split_part(t.owner_name, ',', 1))
    from governance.task t
    join governance.directive d on d.commune_id = t.commune_id and d.id = t.directive_id
    where d.commune_id = ${communeId} and d.briefing_id = any (${[...briefingIds]}::uuid[]) and t.owner_seat is not null
    limit 2000`.execute(tx);
  return rows.map(({ name }) => name);
}
