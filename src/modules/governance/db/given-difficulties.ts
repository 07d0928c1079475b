import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { TaskState } from '../domain/task.ts';
import type { Within } from './within.ts';

/** A difficulty that was given to somebody, as far as its task needs it. */
export type GivenDifficultyRow = {
  readonly id: Id;
  readonly text: string;
  readonly householdId: Id | null;
  readonly personName: string | null;
  readonly customerCode: string | null;
  readonly contractNo: string | null;
  readonly villageCode: string | null;
  readonly groupCode: string | null;
  readonly associationCode: string | null;
  readonly givenSeat: SeatKey | null;
  readonly givenName: string;
  readonly dueOn: BusinessDate;
};

/** The difficulties of a briefing that stand given to somebody, in the order in which they were raised. */
export async function selectGivenDifficulties(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<GivenDifficultyRow[]> {
  const { rows } = await sql<GivenDifficultyRow>`
    select id, text, household_id as "householdId", person_name as "personName", customer_code as "customerCode",
      contract_no as "contractNo", village_code as "villageCode", group_code as "groupCode",
      association_code as "associationCode", given_seat as "givenSeat", given_name as "givenName", due_on as "dueOn"
    from governance.difficulty
    where commune_id = ${communeId} and briefing_id = ${briefingId} and state = 'given'
    order by raised_at, id limit 5000`.execute(tx);
  return rows;
}

/** The task that a difficulty became, wherever it was handed over to since. */
export type TaskOfDifficulty = {
  readonly difficultyId: Id;
  readonly taskId: Id;
  readonly ownerSeat: SeatKey | null;
  readonly ownerName: string;
  readonly dueOn: BusinessDate;
  readonly state: TaskState;
  readonly reportedOn: BusinessDate | null;
};

/** The tasks that difficulties became [GV124], as far as the scope shows them; of one that was handed over the one it went to last. */
export async function selectTasksOfDifficulties(
  tx: Tx,
  communeId: Id,
  difficultyIds: readonly Id[],
): Promise<Map<Id, TaskOfDifficulty>> {
  if (difficultyIds.length === 0) return new Map();
  const { rows } = await sql<TaskOfDifficulty>`
    select d.difficulty_id as "difficultyId", t.id as "taskId", t.owner_seat as "ownerSeat", t.owner_name as "ownerName",
      t.due_on as "dueOn", t.state, t.reported_on as "reportedOn"
    from governance.directive d
    join governance.task t on t.commune_id = d.commune_id and t.directive_id = d.id
    where d.commune_id = ${communeId} and d.difficulty_id = any (${[...difficultyIds]}::uuid[]) and t.state <> 'handedOver'
    limit 1000`.execute(tx);
  return new Map(rows.map((row) => [row.difficultyId, row]));
}

/** A briefing as a difficulty of it names it. */
export type BriefingOfDifficulty = {
  readonly briefingId: Id;
  readonly metOn: BusinessDate;
  readonly isClosed: boolean;
};

/** The briefings that have these ids. */
export async function selectBriefingsOfDifficulties(
  tx: Tx,
  communeId: Id,
  briefingIds: readonly Id[],
): Promise<Map<Id, BriefingOfDifficulty>> {
  if (briefingIds.length === 0) return new Map();
  const { rows } = await sql<BriefingOfDifficulty>`
    select id as "briefingId", coalesce(met_on, held_on) as "metOn", state = 'closed' as "isClosed" from governance.briefing
    where commune_id = ${communeId} and id = any (${[...briefingIds]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.briefingId, row]));
}
