import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { PagePlace } from '../domain/page-place.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { Recipient } from '../domain/spread.ts';
import type { TaskCounts, TaskState } from '../domain/task.ts';

/** A task. */
export type TaskRow = Recipient & {
  readonly communeId: Id;
  readonly id: Id;
  readonly directiveId: Id;
  readonly position: number;
  readonly dueOn: BusinessDate;
  readonly handedFrom: Id | null;
  readonly state: TaskState;
  /** Counts its events. */
  readonly version: number;
  readonly reportedOn: BusinessDate | null;
  readonly returnedOn: BusinessDate | null;
};

/** What of a new task is said; it begins as given. */
export type NewTask = Omit<TaskRow, 'state' | 'version' | 'reportedOn' | 'returnedOn'>;

const COLUMNS = sql`
  t.commune_id as "communeId", t.id, t.directive_id as "directiveId", t.position, t.owner_seat as "ownerSeat",
  t.owner_name as "ownerName", t.due_on as "dueOn", t.contract_no as "contractNo", t.customer_code as "customerCode",
  t.household_id as "householdId", t.person_name as "personName", t.village_code as "villageCode",
  t.group_code as "groupCode", t.association_code as "associationCode", t.handed_from as "handedFrom", t.state, t.version,
  t.reported_on as "reportedOn", t.returned_on as "returnedOn"`;

/** Of a task `t`: still to be done, as `isOpen` says of one that is read. */
export const OPEN = sql.raw(`t.state in ('given', 'received', 'working', 'returned')`);

/** Writes new tasks of one commune; false when one of their ids was there already. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into governance.task (commune_id, id, directive_id, position, owner_seat, owner_name, due_on, contract_no,
      customer_code, household_id, person_name, village_code, group_code, association_code, handed_from, state)
    select "communeId", id, "directiveId", position, "ownerSeat", "ownerName", "dueOn", "contractNo", "customerCode",
           "householdId", "personName", "villageCode", "groupCode", "associationCode", "handedFrom", 'given'
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as row ("communeId" uuid, id uuid, "directiveId" uuid,
      position integer, "ownerSeat" text, "ownerName" text, "dueOn" date, "contractNo" text, "customerCode" text,
      "householdId" uuid, "personName" text, "villageCode" text, "groupCode" text, "associationCode" text,
      "handedFrom" uuid)
    on conflict (commune_id, id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n) === tasks.length;
}

/** One task, as far as the scope shows it. */
export async function selectTask(tx: Tx, communeId: Id, taskId: Id): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`
    select ${COLUMNS} from governance.task t where t.commune_id = ${communeId} and t.id = ${taskId}`.execute(
    tx,
  );
  return rows[0];
}

/** The same, its row locked until the command ends: what happens to a task happens one after the other. */
export async function lockTask(tx: Tx, communeId: Id, taskId: Id): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`
    select ${COLUMNS} from governance.task t where t.commune_id = ${communeId} and t.id = ${taskId} for update`.execute(
    tx,
  );
  return rows[0];
}

/** The task that another was handed over to; undefined where it was not, or where the scope does not show it. */
export async function selectSuccessor(tx: Tx, communeId: Id, taskId: Id): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`
    select id from governance.task where commune_id = ${communeId} and handed_from = ${taskId} limit 1`.execute(
    tx,
  );
  return rows[0]?.id;
}

/** The tasks of directives, in their order. */
export async function selectTasksOf(tx: Tx, communeId: Id, directiveIds: readonly Id[]): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select ${COLUMNS} from governance.task t
    where t.commune_id = ${communeId} and t.directive_id = any (${[...directiveIds]}::uuid[])
    order by t.directive_id, t.position, t.id limit 20000`.execute(tx);
  return rows;
}

/** Which tasks: of seats, of a body, of a briefing's conclusions, in a state. */
export type TaskChoice = {
  readonly communeIds: readonly Id[];
  readonly today: BusinessDate;
  readonly state: 'all' | 'open' | 'late' | 'waiting' | 'done' | 'returned';
  readonly ownerSeats?: readonly SeatKey[] | undefined;
  readonly ownerName?: string | undefined;
  readonly briefingId?: Id | undefined;
  readonly directiveId?: Id | undefined;
  /** Only what the overview since this day counts [GV38]. */
  readonly countedSince?: BusinessDate | undefined;
};

/** A page of tasks, what is due first at the top. */
export async function selectTasks(
  tx: Tx,
  choice: TaskChoice,
  { after, limit }: { readonly after: PagePlace | null; readonly limit: number },
): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select ${COLUMNS} from governance.task t
    where ${chosen(choice)}
      and (${after === null} or (t.due_on, t.id) > (${after?.on ?? null}::date, ${after?.id ?? null}::uuid))
    order by t.due_on, t.id limit ${limit}`.execute(tx);
  return rows;
}

/** How many tasks there are of a choice, of all pages. */
export async function countTasksChosen(tx: Tx, choice: TaskChoice): Promise<number> {
  const { rows } = await sql<{ tasks: number }>`
    select count(*)::integer as tasks from governance.task t where ${chosen(choice)}`.execute(tx);
  return rows[0]?.tasks ?? 0;
}

/** The deadlines of those of these tasks that still wait for their owner. */
export async function selectOpenDueDays(
  tx: Tx,
  communeId: Id,
  taskIds: readonly Id[],
): Promise<BusinessDate[]> {
  const { rows } = await sql<{ dueOn: BusinessDate }>`
    select t.due_on as "dueOn" from governance.task t
    where t.commune_id = ${communeId} and t.id = any (${[...taskIds]}::uuid[]) and ${OPEN} order by t.due_on`.execute(
    tx,
  );
  return rows.map(({ dueOn }) => dueOn);
}

/** The deadlines until a day of all tasks that still wait for an office. */
export async function selectDueDaysOfOffice(
  tx: Tx,
  office: { readonly communeId: Id; readonly ownerSeat: SeatKey; readonly dueUntil: BusinessDate },
): Promise<BusinessDate[]> {
  const { rows } = await sql<{ dueOn: BusinessDate }>`
    select t.due_on as "dueOn" from governance.task t where t.commune_id = ${office.communeId} and t.owner_seat = ${office.ownerSeat}
      and t.due_on <= ${office.dueUntil}::date and ${OPEN} order by t.due_on`.execute(tx);
  return rows.map(({ dueOn }) => dueOn);
}

/** How many tasks are still to be done, and of them past their deadline. */
export async function countOpenTasks(tx: Tx, choice: TaskChoice): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::integer as open, count(*) filter (where t.due_on < ${choice.today}::date)::integer as late
    from governance.task t where ${chosen({ ...choice, state: 'open' })}`.execute(tx);
  return rows[0] ?? { open: 0, late: 0 };
}

function chosen({
  communeIds,
  today,
  state,
  ownerSeats,
  ownerName,
  briefingId,
  directiveId,
  countedSince,
}: TaskChoice): RawBuilder<boolean> {
  const states = {
    all: sql`true`,
    open: OPEN,
    late: sql`${OPEN} and t.due_on < ${today}::date`,
    waiting: sql`t.state = 'reported'`,
    done: sql`t.state = 'accepted'`,
    returned: sql`t.state = 'returned'`,
  };
  const ofSeats = ownerSeats === undefined ? sql`true` : sql`t.owner_seat = any (${[...ownerSeats]}::text[])`;
  const ofBody =
    ownerName === undefined ? sql`true` : sql`t.owner_seat is null and t.owner_name = ${ownerName}`;
  const ofBriefing =
    briefingId === undefined
      ? sql`true`
      : sql`exists (select 1 from governance.directive d where d.commune_id = t.commune_id and d.id = t.directive_id
                    and d.briefing_id = ${briefingId})`;
  const ofOverview =
    countedSince === undefined
      ? sql`true`
      : sql`exists (select 1 from governance.directive d where d.commune_id = t.commune_id and d.id = t.directive_id
                    and ${isCounted(countedSince)})`;
  return sql<boolean>`t.commune_id = any (${[...communeIds]}::uuid[]) and ${states[state]} and ${ofSeats} and ${ofBody}
    and ${ofBriefing} and ${ofOverview} and (${directiveId ?? null}::uuid is null or t.directive_id = ${directiveId ?? null}::uuid)`;
}

/**
 * Of a task `t` of a directive `d`: whether the overview counts it [GV38]. Handed over or cancelled it does not; what is over
 * counts when it was given since that day, what still waits for an answer or a judgement however old it is.
 */
function isCounted(since: BusinessDate | null): RawBuilder<boolean> {
  return sql<boolean>`(t.state not in ('handedOver', 'cancelled')
    and (${since}::date is null or d.given_on >= ${since}::date or ${OPEN} or t.state = 'reported'))`;
}

/** What the tasks of one owner come to; handed-over and cancelled ones are left out. */
export type OwnerCounts = TaskCounts & {
  readonly ownerSeat: SeatKey | null;
  /** Who held the office when the last of them was given. */
  readonly ownerName: string;
  /** The earliest deadline that has passed; null where nothing is late. */
  readonly lateSince: BusinessDate | null;
};

/** Counts by owner [GV38], of the tasks given since a day; of one briefing's conclusions where it is named. */
export async function countByOwner(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly today: BusinessDate;
    readonly since: BusinessDate | null;
    readonly briefingId: Id | null;
  },
): Promise<OwnerCounts[]> {
  const { rows } = await sql<OwnerCounts>`
    select t.owner_seat as "ownerSeat", (array_agg(t.owner_name order by d.given_at desc))[1] as "ownerName",
      count(*)::integer as given, count(*) filter (where t.state = 'accepted')::integer as done,
      count(*) filter (where t.state = 'reported')::integer as waiting,
      count(*) filter (where ${OPEN} and t.due_on < ${asked.today}::date)::integer as late,
      count(*) filter (where t.state = 'returned')::integer as returned,
      min(t.due_on) filter (where ${OPEN} and t.due_on < ${asked.today}::date) as "lateSince"
    from governance.task t
    join governance.directive d on d.commune_id = t.commune_id and d.id = t.directive_id
    where t.commune_id = ${asked.communeId} and ${isCounted(asked.since)}
      and (${asked.briefingId}::uuid is null or d.briefing_id = ${asked.briefingId}::uuid)
    group by t.owner_seat, case when t.owner_seat is null then t.owner_name end
    order by late desc, given desc, 2 limit 1000`.execute(tx);
  return rows;
}

/** Brings a task to where its newest event has put it. */
export async function advanceTask(
  tx: Tx,
  moved: {
    readonly communeId: Id;
    readonly taskId: Id;
    readonly state: TaskState;
    readonly reportedOn: BusinessDate | null;
    readonly returnedOn: BusinessDate | null;
  },
): Promise<void> {
  await sql`
    update governance.task
    set state = ${moved.state}, version = version + 1, reported_on = ${moved.reportedOn}, returned_on = ${moved.returnedOn}
    where commune_id = ${moved.communeId} and id = ${moved.taskId}`.execute(tx);
}
