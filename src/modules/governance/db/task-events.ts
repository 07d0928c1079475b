import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { Outcome, TaskEventKind } from '../domain/task.ts';

/** Something that happened to a task. */
export type TaskEventRow = {
  readonly communeId: Id;
  readonly taskId: Id;
  readonly version: number;
  readonly id: Id;
  readonly ownerSeat: SeatKey | null;
  readonly kind: TaskEventKind;
  readonly text: string | null;
  readonly outcome: Outcome | null;
  readonly doneOn: BusinessDate | null;
  readonly by: Id | null;
  readonly bySeat: SeatKey | null;
  readonly byName: string;
  readonly at: Date;
};

const COLUMNS = sql`
  commune_id as "communeId", task_id as "taskId", version, id, owner_seat as "ownerSeat", kind, text, outcome,
  done_on as "doneOn", by, by_seat as "bySeat", by_name as "byName", at`;

/** Appends events of one commune. */
export async function insertTaskEvents(tx: Tx, events: readonly TaskEventRow[]): Promise<void> {
  await sql`
    insert into governance.task_event (commune_id, task_id, version, id, owner_seat, kind, text, outcome, done_on, by,
                                       by_seat, by_name, at)
    select "communeId", "taskId", version, id, "ownerSeat", kind, text, outcome, "doneOn", by, "bySeat", "byName", at
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as row ("communeId" uuid, "taskId" uuid, version integer,
      id uuid, "ownerSeat" text, kind text, text text, outcome text, "doneOn" date, by uuid, "bySeat" text, "byName" text,
      at timestamptz)`.execute(tx);
}

/** The events of a task, in their order. */
export async function selectTaskEvents(tx: Tx, communeId: Id, taskId: Id): Promise<TaskEventRow[]> {
  const { rows } = await sql<TaskEventRow>`
    select ${COLUMNS} from governance.task_event where commune_id = ${communeId} and task_id = ${taskId}
    order by version limit 1000`.execute(tx);
  return rows;
}

/** The events of several tasks, of each in their order. */
export async function selectEventsOfTasks(
  tx: Tx,
  communeId: Id,
  taskIds: readonly Id[],
): Promise<TaskEventRow[]> {
  const { rows } = await sql<TaskEventRow>`
    select ${COLUMNS} from governance.task_event
    where commune_id = ${communeId} and task_id = any (${[...taskIds]}::uuid[])
    order by task_id, version limit 50000`.execute(tx);
  return rows;
}

/** The last report of each task: what its author says of it. Tasks without one are left out. */
export async function selectLastReports(
  tx: Tx,
  communeId: Id,
  taskIds: readonly Id[],
): Promise<Map<Id, TaskEventRow>> {
  const { rows } = await sql<TaskEventRow>`
    select distinct on (task_id) ${COLUMNS} from governance.task_event
    where commune_id = ${communeId} and task_id = any (${[...taskIds]}::uuid[]) and kind = 'reported'
    order by task_id, version desc`.execute(tx);
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** Says which files a report brought. */
export async function insertEvidence(
  tx: Tx,
  evidence: {
    readonly communeId: Id;
    readonly taskId: Id;
    readonly version: number;
    readonly ownerSeat: SeatKey | null;
    readonly fileIds: readonly Id[];
  },
): Promise<void> {
  await sql`
    insert into governance.task_evidence (commune_id, task_id, file_id, version, owner_seat)
    select ${evidence.communeId}, ${evidence.taskId}, file_id, ${evidence.version}, ${evidence.ownerSeat}
    from unnest(${[...evidence.fileIds]}::uuid[]) as file_id
    on conflict (commune_id, task_id, file_id) do nothing`.execute(tx);
}

/** The files of a task's reports, with the version of the report that brought each first. */
export async function selectEvidence(
  tx: Tx,
  communeId: Id,
  taskId: Id,
): Promise<{ fileId: Id; version: number }[]> {
  const { rows } = await sql<{ fileId: Id; version: number }>`
    select file_id as "fileId", version from governance.task_evidence
    where commune_id = ${communeId} and task_id = ${taskId} order by version, file_id limit 1000`.execute(tx);
  return rows;
}

/** Of each file that reports of several tasks brought, the task and the version of the report. */
export async function selectEvidenceOfTasks(
  tx: Tx,
  communeId: Id,
  taskIds: readonly Id[],
): Promise<{ taskId: Id; version: number }[]> {
  const { rows } = await sql<{ taskId: Id; version: number }>`
    select task_id as "taskId", version from governance.task_evidence
    where commune_id = ${communeId} and task_id = any (${[...taskIds]}::uuid[]) limit 50000`.execute(tx);
  return rows;
}
