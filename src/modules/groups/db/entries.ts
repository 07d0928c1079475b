import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** What may be entered of a group. */
export type GroupEntryField =
  | 'leader_name'
  | 'leader_phone'
  | 'deputy_name'
  | 'deputy_phone'
  | 'village_name'
  | 'point_name'
  | 'meeting_note';

/** A value a person entered, with what the bank said then. */
export type GroupEntryRow = {
  readonly entryId: Id;
  readonly field: GroupEntryField;
  readonly value: string;
  readonly bankValueThen: string | null;
  readonly enteredAt: Date;
};

/** What people entered of a group and did not withdraw. */
export async function selectEntries(tx: Tx, communeId: Id, groupCode: string): Promise<GroupEntryRow[]> {
  const { rows } = await sql<GroupEntryRow>`
    select id as "entryId", field, value, bank_value as "bankValueThen", entered_at as "enteredAt"
    from groups.group_entry
    where commune_id = ${communeId} and group_code = ${groupCode} and withdrawn_at is null
    order by entered_at, id`.execute(tx);
  return rows;
}

/** Enters a value; one entered before for the same field is withdrawn. */
export async function insertEntry(
  tx: Tx,
  entry: {
    communeId: Id;
    groupCode: string;
    villageCode: string;
    associationCode: string;
    entryId: Id;
    field: GroupEntryField;
    value: string;
    bankValue: string | null;
    enteredBy: Id;
    at: Date;
  },
): Promise<void> {
  await sql`
    update groups.group_entry set withdrawn_at = ${entry.at}
    where commune_id = ${entry.communeId} and group_code = ${entry.groupCode} and field = ${entry.field}
      and withdrawn_at is null`.execute(tx);
  await sql`
    insert into groups.group_entry
      (commune_id, id, group_code, village_code, association_code, field, value, bank_value, entered_by, entered_at)
    values (${entry.communeId}, ${entry.entryId}, ${entry.groupCode}, ${entry.villageCode}, ${entry.associationCode},
            ${entry.field}, ${entry.value}, ${entry.bankValue}, ${entry.enteredBy}, ${entry.at})`.execute(tx);
}

/** An entry by id, withdrawn or not. */
export async function selectEntry(
  tx: Tx,
  communeId: Id,
  entryId: Id,
): Promise<{ groupCode: string } | undefined> {
  const { rows } = await sql<{ groupCode: string }>`
    select group_code as "groupCode" from groups.group_entry
    where commune_id = ${communeId} and id = ${entryId}`.execute(tx);
  return rows[0];
}

/** Withdraws an entry, which stays to be read. @returns false where it was withdrawn before */
export async function withdrawEntry(
  tx: Tx,
  entry: { communeId: Id; entryId: Id; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update groups.group_entry set withdrawn_at = ${entry.at}
    where commune_id = ${entry.communeId} and id = ${entry.entryId} and withdrawn_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
