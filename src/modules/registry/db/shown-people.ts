import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { latestRecord } from './latest-record.ts';

/** Whose shown values are made anew. */
export type Affected = {
  /** A query of `commune_id, id`. */
  readonly people: RawBuilder<unknown>;
  readonly at: Date;
};

/** What people entered and did not withdraw, one row for each person of `affected`. */
const entered = sql`
      select entry.commune_id, entry.person_id,
             max(value) filter (where field = 'full_name') as full_name,
             max(folded_value) filter (where field = 'full_name') as folded_name,
             max(value) filter (where field = 'born_on')::date as born_on,
             max(value) filter (where field = 'identity_number') as identity_number,
             max(value) filter (where field = 'identity_issued_on')::date as identity_issued_on,
             max(value) filter (where field = 'spouse_name') as spouse_name,
             max(value) filter (where field = 'address') as address
      from registry.person_entry entry
      join affected on affected.commune_id = entry.commune_id and affected.id = entry.person_id
      where entry.withdrawn_at is null
      group by entry.commune_id, entry.person_id`;

/** One person as a relation for {@link showAgain}. */
export const onePerson = (communeId: Id, personId: Id) =>
  sql`select ${communeId}::uuid as commune_id, ${personId}::uuid as id`;

/**
 * Makes the shown persons anew: the latest record that was not withdrawn, with what people entered laid over it
 * [RG10]; then their bank contact, and the codes repeated in contacts and entries.
 */
export async function showAgain(tx: Tx, affected: Affected): Promise<void> {
  await updateShown(tx, affected);
  await updateBankContacts(tx, affected);
  await repeatCodes(tx, affected, 'contact');
  await repeatCodes(tx, affected, 'person_entry');
}

/**
 * A customer whose every record was withdrawn keeps its values but has no bank date: it is not found any more. People
 * entered by hand have no record behind their values and keep the last.
 */
async function updateShown(tx: Tx, { people }: Affected): Promise<void> {
  await sql`
    with affected as materialized (${people}),
    entered as (${entered}),
    shown as (
      select person.commune_id, person.id,
             coalesce(entered.full_name, held.full_name, person.full_name) as full_name,
             coalesce(entered.folded_name, held.folded_name, person.folded_name) as folded_name,
             coalesce(entered.born_on, held.born_on, kept.born_on) as born_on,
             case when held.person_id is null then person.sex else held.sex end as sex,
             case when held.person_id is null then person.ethnicity_name else held.ethnicity_name end as ethnicity_name,
             coalesce(entered.identity_number, held.identity_number, kept.identity_number) as identity_number,
             coalesce(entered.identity_issued_on, held.identity_issued_on, kept.identity_issued_on) as identity_issued_on,
             coalesce(held.identity_issuer, kept.identity_issuer) as identity_issuer,
             coalesce(entered.spouse_name, held.spouse_name, kept.spouse_name) as spouse_name,
             coalesce(entered.address, held.address, kept.address) as address,
             held.phone as phone,
             coalesce(held.village_code, person.village_code) as village_code,
             coalesce(held.group_code, person.group_code) as group_code,
             coalesce(held.association_code, person.association_code) as association_code,
             held.data_date as bank_data_date,
             held.version_id as bank_version_id
      from affected
      join registry.person on person.commune_id = affected.commune_id and person.id = affected.id
      left join entered on entered.commune_id = person.commune_id and entered.person_id = person.id
      left join lateral ${latestRecord()} held on true
      left join registry.person kept
        on kept.commune_id = person.commune_id and kept.id = person.id and held.person_id is null)
    update registry.person
    set full_name = shown.full_name, folded_name = shown.folded_name, born_on = shown.born_on, sex = shown.sex,
        ethnicity_name = shown.ethnicity_name, identity_number = shown.identity_number,
        identity_issued_on = shown.identity_issued_on, identity_issuer = shown.identity_issuer,
        spouse_name = shown.spouse_name, address = shown.address, phone = shown.phone,
        village_code = shown.village_code, group_code = shown.group_code, association_code = shown.association_code,
        bank_data_date = shown.bank_data_date, bank_version_id = shown.bank_version_id
    from shown
    where person.commune_id = shown.commune_id and person.id = shown.id
      and (person.full_name, person.folded_name, person.born_on, person.sex, person.ethnicity_name,
           person.identity_number, person.identity_issued_on, person.identity_issuer, person.spouse_name,
           person.address, person.phone, person.village_code, person.group_code, person.association_code,
           person.bank_data_date, person.bank_version_id)
        is distinct from
          (shown.full_name, shown.folded_name, shown.born_on, shown.sex, shown.ethnicity_name,
           shown.identity_number, shown.identity_issued_on, shown.identity_issuer, shown.spouse_name,
           shown.address, shown.phone, shown.village_code, shown.group_code, shown.association_code,
           shown.bank_data_date, shown.bank_version_id)`.execute(tx);
}

/**
 * The bank's number becomes a contact, the one before it steps back. A contact's id is made of person and number
 * (UUID version 8), so that a number that returns is the same contact with its marks; one that a person removed
 * stays removed [RG11].
 */
async function updateBankContacts(tx: Tx, { people, at }: Affected): Promise<void> {
  const former = await formerBankContacts(tx, people);
  if (former.length > 0)
    await sql`
      update registry.contact set removed_at = ${at}
      where commune_id = any (${former.map(({ communeId }) => communeId)}::uuid[])
        and id = any (${former.map(({ id }) => id)}::uuid[])`.execute(tx);
  await sql`
    with affected as materialized (${people})
    insert into registry.contact
      (commune_id, id, person_id, village_code, group_code, association_code, relation, phone, source, entered_at)
    select person.commune_id,
           overlay(overlay(md5(person.id::text || person.phone) placing '8' from 13) placing '8' from 17)::uuid,
           person.id, person.village_code, person.group_code, person.association_code, 'self', person.phone, 'bank', ${at}
    from affected
    join registry.person on person.commune_id = affected.commune_id and person.id = affected.id
    where person.phone <> ''
      and not exists (select from registry.contact known
                      where known.commune_id = person.commune_id and known.person_id = person.id
                        and known.phone = person.phone and known.removed_at is null)
    on conflict (commune_id, id) do update set removed_at = null
      where contact.removed_by is null`.execute(tx);
}

/**
 * The bank's contacts that show another number than their person has now. Looked up person by person: in a table it has
 * not looked at the server expects one such contact of a whole office, and would hold every one it finds against every
 * person.
 */
async function formerBankContacts(
  tx: Tx,
  people: Affected['people'],
): Promise<{ readonly communeId: Id; readonly id: Id }[]> {
  const { rows } = await sql<{ communeId: Id; id: Id }>`
    with affected as materialized (${people})
    select former.commune_id as "communeId", former.id
    from affected
    cross join lateral (
      select contact.commune_id, contact.id
      from registry.person
      join registry.contact on contact.commune_id = person.commune_id and contact.person_id = person.id
      where person.commune_id = affected.commune_id and person.id = affected.id
        and contact.source = 'bank' and contact.removed_at is null
        and contact.phone is distinct from person.phone
      offset 0) former`.execute(tx);
  return rows;
}

/** Contacts and entries repeat the codes of their person, so that a narrowed scope holds for them too. */
async function repeatCodes(tx: Tx, { people }: Affected, table: 'contact' | 'person_entry'): Promise<void> {
  await sql`
    with affected as materialized (${people})
    update ${sql.table(`registry.${table}`)} as dependent
    set village_code = person.village_code, group_code = person.group_code, association_code = person.association_code
    from affected
    join registry.person on person.commune_id = affected.commune_id and person.id = affected.id
    where dependent.commune_id = affected.commune_id and dependent.person_id = affected.id
      and (dependent.village_code, dependent.group_code, dependent.association_code)
        is distinct from (person.village_code, person.group_code, person.association_code)`.execute(tx);
}
