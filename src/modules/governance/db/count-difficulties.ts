import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { DifficultyState } from '../domain/difficulty.ts';
import type { Concerning } from './difficulties.ts';

/** A difficulty as it stands in a briefing. */
export type DifficultyStanding = {
  readonly id: Id;
  readonly briefingId: Id;
  /** Open too where this briefing was closed without an answer, whatever a later one has made of it [GV120]. */
  readonly state: DifficultyState;
};

/**
 * The difficulties of briefings that the scope shows, one row for each briefing in which one stands or which has left it unanswered;
 * `concerning` narrows to those of a person.
 */
export async function selectStandings(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly briefingIds: readonly Id[];
    readonly concerning?: Concerning;
  },
): Promise<DifficultyStanding[]> {
  const { raisedBy = null, givenSeat = null } = asked.concerning ?? {};
  const { rows } = await sql<DifficultyStanding>`
    select difficulty.id, listed.id as "briefingId",
           case when difficulty.briefing_id = listed.id then difficulty.state else 'open' end as state
    from governance.difficulty
    join unnest(${[...asked.briefingIds]}::uuid[]) listed (id)
      on difficulty.briefing_id = listed.id or listed.id = any (difficulty.carried_from)
    where difficulty.commune_id = ${asked.communeId}
      and (${raisedBy}::uuid is null or raised_by = ${raisedBy}::uuid or given_seat = ${givenSeat}::text)
    limit 20000`.execute(tx);
  return rows;
}

/** How many difficulties a briefing has, or wait for the next, of those the scope shows. */
export async function countDifficulties(tx: Tx, communeId: Id, briefingId: Id | null): Promise<number> {
  const { rows } = await sql<{ difficulties: number }>`
    select count(*)::integer as difficulties from governance.difficulty
    where commune_id = ${communeId} and briefing_id is not distinct from ${briefingId}`.execute(tx);
  return rows[0]?.difficulties ?? 0;
}
