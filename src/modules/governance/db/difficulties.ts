import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { allPages } from '../../../platform/db/all-pages.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { dayInVietnamOf } from '../../../platform/db/day-in-vietnam.ts';
import type { DifficultyAbout, DifficultyState } from '../domain/difficulty.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { BriefingRow } from './briefings.ts';

/** A difficulty. */
export type DifficultyRow = {
  readonly id: Id;
  readonly briefingId: Id | null;
  /** The briefing in which it was raised, and its day, where that was closed before anybody answered [GV120]. */
  readonly carriedFrom: Id | null;
  readonly carriedSince: BusinessDate | null;
  readonly text: string;
  readonly about: DifficultyAbout;
  readonly householdId: Id | null;
  readonly personName: string | null;
  readonly customerCode: string | null;
  readonly contractNo: string | null;
  readonly villageCode: string | null;
  readonly groupCode: string | null;
  readonly associationCode: string | null;
  readonly raisedBy: Id | null;
  readonly raisedSeat: SeatKey | null;
  readonly raisedByName: string;
  readonly raisedAt: Date;
  readonly state: DifficultyState;
  readonly answer: string | null;
  readonly contactId: Id | null;
  /** Whether the answer entered the number into the file [GV96]; null without one, and of answers given before this was kept. */
  readonly contactIsEntered: boolean | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
  readonly givenSeat: SeatKey | null;
  readonly givenName: string | null;
  readonly dueOn: BusinessDate | null;
  /** Who dropped it, when and why; null while it stands [GV121]. */
  readonly droppedByName: string | null;
  readonly droppedAt: Date | null;
  readonly dropReason: string | null;
  /** Counts giving, answering and dropping, from 1. */
  readonly version: number;
};

const COLUMNS = sql`
  id, briefing_id as "briefingId", text, about, household_id as "householdId", person_name as "personName",
  customer_code as "customerCode", contract_no as "contractNo", village_code as "villageCode", group_code as "groupCode",
  association_code as "associationCode", raised_by as "raisedBy", raised_seat as "raisedSeat",
  raised_by_name as "raisedByName", raised_at as "raisedAt", state, answer, contact_id as "contactId",
  contact_is_entered as "contactIsEntered",
  answered_by_name as "answeredByName", answered_at as "answeredAt", given_seat as "givenSeat", given_name as "givenName",
  due_on as "dueOn", dropped_by_name as "droppedByName", dropped_at as "droppedAt", drop_reason as "dropReason",
  revision + 1 as version, carried_from[1] as "carriedFrom",
  (select coalesce(first.met_on, first.held_on) from governance.briefing first
   where first.commune_id = difficulty.commune_id and first.id = difficulty.carried_from[1]) as "carriedSince"`;

/** Where difficulties are looked for: in a briefing (null: among those that wait for the next), or about a household. */
export type DifficultyPlace = { readonly communeId: Id } & (
  | { readonly briefingId: Id | null }
  | { readonly householdId: Id }
);

/** Difficulties that a person raised, or that were given to their office. */
export type Concerning = { readonly raisedBy: Id; readonly givenSeat: SeatKey | null };

/**
 * Difficulties of a briefing, those it left unanswered to a later one among them, or those that wait for the next, or those about
 * a household; `concerning` narrows to those of a person.
 */
export type DifficultyChoice = DifficultyPlace & { readonly concerning?: Concerning };

/** The difficulties that the scope shows, in the order in which they were raised, all of them [GV142]. */
export async function selectDifficulties(tx: Tx, choice: DifficultyChoice): Promise<DifficultyRow[]> {
  const { communeId, concerning } = choice;
  const { raisedBy = null, givenSeat = null } = concerning ?? {};
  return allPages<DifficultyRow>(500, async (after, limit) => {
    const behind =
      after === null ? sql`` : sql`and (raised_at, id) > (${after.raisedAt}::timestamptz, ${after.id}::uuid)`;
    const { rows } = await sql<DifficultyRow>`
      select ${COLUMNS} from governance.difficulty
      where commune_id = ${communeId}
        and ${isThere(choice)} ${behind}
        and (${raisedBy}::uuid is null or raised_by = ${raisedBy}::uuid or given_seat = ${givenSeat}::text)
      order by raised_at, id limit ${limit}`.execute(tx);
    return rows;
  });
}

function isThere(place: DifficultyPlace): RawBuilder<boolean> {
  if ('householdId' in place) return sql<boolean>`household_id = ${place.householdId}`;
  const { briefingId } = place;
  return sql<boolean>`(briefing_id is not distinct from ${briefingId} or ${briefingId}::uuid = any (carried_from))`;
}

/** The briefing in which a difficulty stands; null where it waits for one, or is none. */
export async function selectPlaceOf(tx: Tx, communeId: Id, difficultyId: Id): Promise<Id | null> {
  const { rows } = await sql<{ briefingId: Id | null }>`
    select briefing_id as "briefingId" from governance.difficulty
    where commune_id = ${communeId} and id = ${difficultyId}`.execute(tx);
  return rows[0]?.briefingId ?? null;
}

/** One difficulty, its row locked until the command ends. */
export async function lockDifficulty(
  tx: Tx,
  communeId: Id,
  difficultyId: Id,
): Promise<DifficultyRow | undefined> {
  const { rows } = await sql<DifficultyRow>`
    select ${COLUMNS} from governance.difficulty where commune_id = ${communeId} and id = ${difficultyId}
    for update`.execute(tx);
  return rows[0];
}

/** Records a difficulty; answers the one that stands when its id is there already. */
export async function insertDifficulty(
  tx: Tx,
  communeId: Id,
  raised: Omit<
    DifficultyRow,
    | 'state'
    | 'answer'
    | 'contactId'
    | 'contactIsEntered'
    | 'answeredByName'
    | 'answeredAt'
    | 'givenSeat'
    | 'givenName'
    | 'dueOn'
    | 'droppedByName'
    | 'droppedAt'
    | 'dropReason'
    | 'carriedFrom'
    | 'carriedSince'
    | 'version'
  > & {
    /** The cancelled briefings for which it was meant before [GV110]. */
    readonly cancelledBriefings?: readonly Id[];
  },
): Promise<DifficultyRow | undefined> {
  const { numAffectedRows } = await sql`
    insert into governance.difficulty (commune_id, id, briefing_id, text, about, household_id, person_name, customer_code,
      contract_no, village_code, group_code, association_code, raised_by, raised_seat, raised_by_name, raised_at, state,
      cancelled_briefings)
    values (${communeId}, ${raised.id}, ${raised.briefingId}, ${raised.text}, ${raised.about}, ${raised.householdId},
      ${raised.personName}, ${raised.customerCode}, ${raised.contractNo}, ${raised.villageCode}, ${raised.groupCode},
      ${raised.associationCode}, ${raised.raisedBy}, ${raised.raisedSeat}, ${raised.raisedByName}, ${raised.raisedAt},
      'open', ${[...(raised.cancelledBriefings ?? [])]}::uuid[])
    on conflict (commune_id, id) do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n ? undefined : lockDifficulty(tx, communeId, raised.id);
}

/**
 * Brings the difficulties that wait into a briefing: those raised beforehand in its villages, or in none, all where it names no
 * villages, but none raised after the day on which people meet that was not meant for a briefing of this session before [GV150]; and
 * those that an earlier meeting of its point has left unanswered [GV120].
 */
export async function adoptDifficulties(
  tx: Tx,
  {
    communeId,
    id: briefingId,
    pointCode,
    pointVillages,
    heldOn,
    metOn,
  }: Pick<BriefingRow, 'communeId' | 'id' | 'pointCode' | 'pointVillages' | 'heldOn' | 'metOn'>,
): Promise<void> {
  await sql`
    update governance.difficulty set briefing_id = ${briefingId}
    where commune_id = ${communeId} and briefing_id is null
      and case when carried_from = '{}'
        then (
            ${dayInVietnamOf('raised_at')} <= ${metOn}::date
            or exists (
              select from governance.briefing not_held
              where not_held.commune_id = ${communeId} and not_held.id = any (cancelled_briefings)
                and not_held.point_code = ${pointCode} and not_held.held_on = ${heldOn})
          )
          and (village_code is null or ${pointVillages.length === 0} or village_code = any (${[...pointVillages]}::text[]))
        else exists (
          select from governance.briefing left_open
          where left_open.commune_id = ${communeId} and left_open.id = carried_from[cardinality(carried_from)]
            and left_open.point_code = ${pointCode} and left_open.held_on < ${heldOn})
        end`.execute(tx);
}

/** Closes a difficulty with an answer and the hour. */
export async function markAnswered(
  tx: Tx,
  answered: {
    readonly communeId: Id;
    readonly difficultyId: Id;
    readonly answer: string;
    /** The number that answers, and whether it was entered with the answer; null without one. */
    readonly contact: { readonly contactId: Id; readonly isEntered: boolean } | null;
    readonly by: Id | null;
    readonly byName: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update governance.difficulty
    set state = 'answered', answer = ${answered.answer}, contact_id = ${answered.contact?.contactId ?? null},
        contact_is_entered = ${answered.contact?.isEntered ?? null}, answered_by = ${answered.by},
        answered_by_name = ${answered.byName}, answered_at = ${answered.at}, revision = revision + 1
    where commune_id = ${answered.communeId} and id = ${answered.difficultyId}`.execute(tx);
}

/** Gives a difficulty to somebody, with a day. */
export async function markGiven(
  tx: Tx,
  given: {
    readonly communeId: Id;
    readonly difficultyId: Id;
    readonly seat: SeatKey | null;
    readonly name: string;
    readonly dueOn: BusinessDate;
  },
): Promise<void> {
  await sql`
    update governance.difficulty
    set state = 'given', given_seat = ${given.seat}, given_name = ${given.name}, due_on = ${given.dueOn},
        revision = revision + 1
    where commune_id = ${given.communeId} and id = ${given.difficultyId}`.execute(tx);
}

/** Drops a difficulty, with the reason and the hour [GV121]. */
export async function markDropped(
  tx: Tx,
  dropped: {
    readonly communeId: Id;
    readonly difficultyId: Id;
    readonly reason: string;
    readonly by: Id | null;
    readonly byName: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update governance.difficulty
    set state = 'dropped', drop_reason = ${dropped.reason}, dropped_by = ${dropped.by}, dropped_by_name = ${dropped.byName},
        dropped_at = ${dropped.at}, revision = revision + 1
    where commune_id = ${dropped.communeId} and id = ${dropped.difficultyId}`.execute(tx);
}
