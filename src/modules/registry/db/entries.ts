import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { EntryField } from './households.ts';
import { latestRecord } from './latest-record.ts';

/** A value a person entered, with what the bank said then and says now. */
export type EntryRow = {
  readonly personId: Id;
  readonly entryId: Id;
  readonly field: EntryField;
  readonly value: string;
  readonly bankValueThen: string | null;
  readonly bankValueNow: string | null;
  readonly enteredAt: Date;
};

/** The record's value of the entry's field, as text. */
const fieldOfRecord = (field: ReturnType<typeof sql>) => sql`
  case ${field} when 'full_name' then bank.full_name when 'born_on' then bank.born_on::text
    when 'identity_number' then bank.identity_number when 'identity_issued_on' then bank.identity_issued_on::text
    when 'spouse_name' then bank.spouse_name when 'address' then bank.address end`;

/** What people entered of these persons and did not withdraw. */
export async function selectEntries(tx: Tx, communeId: Id, personIds: readonly Id[]): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select entry.person_id as "personId", entry.id as "entryId", entry.field, entry.value,
           entry.bank_value as "bankValueThen", ${fieldOfRecord(sql`entry.field`)} as "bankValueNow",
           entry.entered_at as "enteredAt"
    from registry.person_entry entry
    join registry.person on person.commune_id = entry.commune_id and person.id = entry.person_id
    left join lateral ${latestRecord()} bank on true
    where entry.commune_id = ${communeId} and entry.person_id = any (${[...personIds]}::uuid[])
      and entry.withdrawn_at is null
    order by entry.entered_at`.execute(tx);
  return rows;
}

/** Enters a value in place of the bank's and of the one entered before; keeps beside it what the bank says now. */
export async function insertEntry(
  tx: Tx,
  entry: {
    communeId: Id;
    personId: Id;
    entryId: Id;
    field: EntryField;
    value: string;
    foldedValue: string | null;
    enteredBy: Id;
    at: Date;
  },
): Promise<void> {
  await sql`
    update registry.person_entry set withdrawn_at = ${entry.at}
    where commune_id = ${entry.communeId} and person_id = ${entry.personId} and field = ${entry.field}
      and withdrawn_at is null`.execute(tx);
  await sql`
    insert into registry.person_entry
      (commune_id, id, person_id, village_code, group_code, association_code, field, value, folded_value, bank_value,
       entered_by, entered_at)
    select person.commune_id, ${entry.entryId}::uuid, person.id, person.village_code, person.group_code,
           person.association_code, ${entry.field}, ${entry.value}, ${entry.foldedValue},
           ${fieldOfRecord(sql`${entry.field}::text`)}, ${entry.enteredBy}::uuid, ${entry.at}::timestamptz
    from registry.person
    left join lateral ${latestRecord()} bank on true
    where person.commune_id = ${entry.communeId} and person.id = ${entry.personId}`.execute(tx);
}

/** An entry by id, withdrawn or not. */
export async function selectEntry(tx: Tx, communeId: Id, entryId: Id): Promise<{ personId: Id } | undefined> {
  const { rows } = await sql<{ personId: Id }>`
    select person_id as "personId" from registry.person_entry
    where commune_id = ${communeId} and id = ${entryId}`.execute(tx);
  return rows[0];
}

/** Withdraws an entry, which stays to be read. @returns false where it was withdrawn before */
export async function withdrawEntry(
  tx: Tx,
  entry: { communeId: Id; entryId: Id; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update registry.person_entry set withdrawn_at = ${entry.at}
    where commune_id = ${entry.communeId} and id = ${entry.entryId} and withdrawn_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
