import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { RecordLink } from '../domain/record-words.ts';
import type { SeatKey } from '../domain/seat.ts';

/** A record that a report names. */
export type TaskRecordRow = {
  readonly taskId: Id;
  /** Of the report. */
  readonly version: number;
  readonly link: RecordLink;
  /** What it was called and what it said on the day of the report. */
  readonly title: string;
  readonly said: string;
};

/** Says which records a report names, in their order. */
export async function insertTaskRecords(
  tx: Tx,
  {
    communeId,
    ownerSeat,
    records,
  }: {
    readonly communeId: Id;
    readonly ownerSeat: SeatKey | null;
    readonly records: readonly TaskRecordRow[];
  },
): Promise<void> {
  const rows = records.map(({ link, ...record }, i) => ({ ...NO_IDS, ...link, ...record, position: i + 1 }));
  await sql`
    insert into governance.task_record (commune_id, task_id, version, position, owner_seat, kind, household_id, contact_id,
                                        contract_no, group_code, title, said)
    select ${communeId}::uuid, "taskId", version, position, ${ownerSeat}, kind, "householdId", "contactId", "contractNo",
           "groupCode", title, said
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row ("taskId" uuid, version integer, position integer, kind text,
      "householdId" uuid, "contactId" uuid, "contractNo" text, "groupCode" text, title text, said text)`.execute(
    tx,
  );
}

const NO_IDS = { householdId: null, contactId: null, contractNo: null, groupCode: null };

/** The records that reports of tasks name, of each report in their order. */
export async function selectTaskRecords(
  tx: Tx,
  communeId: Id,
  taskIds: readonly Id[],
): Promise<TaskRecordRow[]> {
  const { rows } = await sql<TaskRecordRow>`
    select task_id as "taskId", version, title, said,
      jsonb_strip_nulls(jsonb_build_object('kind', kind, 'householdId', household_id, 'contactId', contact_id,
        'contractNo', contract_no, 'groupCode', group_code)) as link
    from governance.task_record
    where commune_id = ${communeId} and task_id = any (${[...taskIds]}::uuid[])
    order by task_id, version, position limit 50000`.execute(tx);
  return rows;
}
