import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { SeatKey } from '../domain/seat.ts';
import { OPEN } from './tasks.ts';

/** Before the deadline or after it. */
export type ReminderMoment = 'before' | 'after';

/** A reminder that was recorded now. */
export type Reminder = {
  readonly taskId: Id;
  readonly ownerSeat: SeatKey;
  readonly moment: ReminderMoment;
};

/** The communes with tasks that wait for an office and are due until a day; asked as the system. */
export async function communesToRemind(tx: Tx, dueUntil: BusinessDate): Promise<Id[]> {
  const { rows } = await sql<{ communeId: Id }>`
    select distinct t.commune_id as "communeId" from governance.task t
    where t.due_on <= ${dueUntil}::date and t.owner_seat is not null and ${OPEN}
    order by 1`.execute(tx);
  return rows.map(({ communeId }) => communeId);
}

/**
 * Records the reminders of one commune that are due and were not recorded yet [GV47]; a body without an office has nobody whom we tell.
 *
 * @param dueUntil the last deadline of which is reminded beforehand
 * @param lateUntil the last deadline that has passed for long enough
 */
export async function recordReminders(
  tx: Tx,
  due: {
    readonly communeId: Id;
    readonly today: BusinessDate;
    readonly dueUntil: BusinessDate;
    readonly lateUntil: BusinessDate;
    /** The offices that somebody holds: of any other nobody would be reminded. */
    readonly held: readonly SeatKey[];
  },
): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    insert into governance.task_reminder (commune_id, task_id, moment, owner_seat, reminded_on)
    select t.commune_id, t.id, case when t.due_on <= ${due.lateUntil}::date then 'after' else 'before' end, t.owner_seat,
           ${due.today}::date
    from governance.task t
    where t.commune_id = ${due.communeId} and t.owner_seat = any (${[...due.held]}::text[]) and ${OPEN}
      and (t.due_on <= ${due.lateUntil}::date or t.due_on between ${due.today}::date and ${due.dueUntil}::date)
    on conflict (commune_id, task_id, moment) do nothing
    returning task_id as "taskId", owner_seat as "ownerSeat", moment`.execute(tx);
  return rows;
}

/** A reminder of a task that was recorded, and on which day. */
export type TaskReminded = { readonly moment: ReminderMoment; readonly on: BusinessDate };

/**
 * The reminders of tasks that the scope shows, by task, each task's earliest first [GV98]; tasks without any are left out. Of bodies
 * without an office some were recorded once, which nobody was told.
 */
export async function selectReminders(
  tx: Tx,
  communeIds: readonly Id[],
  taskIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly TaskReminded[]>> {
  const { rows } = await sql<TaskReminded & { readonly taskId: Id }>`
    select task_id as "taskId", moment, reminded_on as "on" from governance.task_reminder
    where commune_id = any (${[...communeIds]}::uuid[]) and task_id = any (${[...taskIds]}::uuid[])
      and owner_seat is not null
    order by task_id, reminded_on`.execute(tx);
  const reminders = new Map<Id, TaskReminded[]>();
  for (const { taskId, ...reminded } of rows) {
    const known = reminders.get(taskId);
    if (known === undefined) reminders.set(taskId, [reminded]);
    else known.push(reminded);
  }
  return reminders;
}
