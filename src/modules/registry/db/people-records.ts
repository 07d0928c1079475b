import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { latestRecord } from './latest-record.ts';

/** Customers waiting to be accepted: the rows of one batch in the caller's relation. */
export type StagedPeople = {
  /** A relation with the columns of `PeopleAcceptance.source`. */
  readonly source: string;
  readonly communeIds: readonly Id[];
  readonly batchId: Id;
  readonly dataDate: BusinessDate;
  readonly versionId: Id;
  readonly at: Date;
};

/** The same with the customers that are not shown as the batch tells of them: all others need no look. */
export type NewlyTold = StagedPeople & { readonly codes: readonly string[] };

/** What the bank's file says of a customer, in the order of the columns of a record. */
const TOLD = [
  'full_name',
  'folded_name',
  'born_on',
  'sex',
  'ethnicity_name',
  'identity_number',
  'identity_issued_on',
  'identity_issuer',
  'spouse_name',
  'address',
  'phone',
  'village_code',
  'group_code',
  'association_code',
] as const;

const told = (table?: string) =>
  sql.join(TOLD.map((column) => sql.ref(table === undefined ? column : `${table}.${column}`)));

/** `uuid[]` of the communes, bound. */
const idArray = (ids: readonly Id[]) => sql`${[...ids]}::uuid[]`;

/**
 * Looks at all customers of a batch once, beside their persons, and keeps in a temporary table, commune by commune, who
 * they are and of whom the batch may say something new: all but those who are shown exactly so, by a record of this
 * date or before, with nothing entered over it. What is shown of them then is the record in force.
 *
 * A full join, because the planner expects a handful of rows behind the policies and would look up person by person; a
 * full join is always hashed or merged. The condition, which a person without a staged row fails, must stay one that
 * the planner cannot take for a left join.
 *
 * @returns the codes of the customers that may be told anew
 */
export async function lookAtStaged(tx: Tx, staged: StagedPeople): Promise<string[]> {
  const { source, communeIds, batchId, dataDate } = staged;
  const communes = idArray(communeIds);
  await sql`drop table if exists named_customers`.execute(tx);
  await sql`
    create temporary table named_customers on commit drop as
    select staged.commune_id, array_agg(coalesce(person.id, staged.new_person_id)) as person_ids,
      array_agg(staged.customer_code) filter (
        where person.bank_data_date is null or person.bank_data_date > ${dataDate}::date
          or (${told('staged')}) is distinct from (${told('person')})
          or (person.commune_id, person.id) in (
            select commune_id, person_id from registry.person_entry
            where commune_id = any (${communes}) and withdrawn_at is null)) as newly_told
    from (
      select * from ${sql.table(source)} where batch_id = ${batchId} and commune_id = any (${communes})
    ) staged
    full join (select * from registry.person where commune_id = any (${communes})) person
      on person.commune_id = staged.commune_id and person.customer_code = staged.customer_code
    where coalesce(staged.customer_code, '') <> ''
    group by staged.commune_id`.execute(tx);
  const { rows } = await sql<{ codes: string[] | null }>`
    select array_agg(code) as codes from named_customers cross join lateral unnest(newly_told) code`.execute(
    tx,
  );
  return rows[0]?.codes ?? [];
}

/** New customers become persons, each in a household of their own; people are joined by hand later [RG6]. */
export async function insertNewPeople(tx: Tx, staged: NewlyTold): Promise<void> {
  const { source, communeIds, batchId, dataDate, versionId, codes, at } = staged;
  const isNew = sql`
    staged.batch_id = ${batchId} and staged.commune_id = any (${idArray(communeIds)})
    and staged.customer_code = any (${[...codes]}::text[])
    and not exists (select from registry.person known
                    where known.commune_id = staged.commune_id and known.customer_code = staged.customer_code)`;
  await sql`
    insert into registry.household (commune_id, id, created_at)
    select staged.commune_id, staged.new_household_id, ${at} from ${sql.table(source)} staged where ${isNew}`.execute(
    tx,
  );
  await sql`
    insert into registry.person
      (commune_id, id, customer_code, household_id, bank_data_date, bank_version_id, ${told()})
    select staged.commune_id, staged.new_person_id, staged.customer_code, staged.new_household_id,
           ${dataDate}::date, ${versionId}::uuid, ${told('staged')}
    from ${sql.table(source)} staged where ${isNew}`.execute(tx);
}

/** Customers of the batch whose values differ from the record in force; joined to their person. */
const changedStaged = ({ source, communeIds, batchId, dataDate, codes }: NewlyTold) => sql`
  from ${sql.table(source)} staged
  join registry.person on person.commune_id = staged.commune_id and person.customer_code = staged.customer_code
  left join lateral ${latestRecord({ by: dataDate })} held on true
  where staged.batch_id = ${batchId} and staged.commune_id = any (${idArray(communeIds)})
    and staged.customer_code = any (${[...codes]}::text[])
    and (held.person_id is null or (${told('staged')}) is distinct from (${told('held')}))`;

/** Keeps what customers said something new at an older date are held to be at the dates after it [RG8]. */
export async function keepLaterOfStaged(tx: Tx, staged: NewlyTold): Promise<void> {
  if (!(await hasLaterVersion(tx, staged))) return;
  const changed = sql`select person.commune_id, person.id ${changedStaged(staged)} and held.person_id is not null`;
  await keepLater(tx, { changed, ...staged });
}

/** One record for each customer of whom the batch says something new; unchanged ones get none [RG7]. */
export async function insertRecords(tx: Tx, staged: NewlyTold): Promise<void> {
  await sql`
    insert into registry.person_bank_record (commune_id, person_id, data_date, version_id, ${told()})
    select person.commune_id, person.id, ${staged.dataDate}::date, ${staged.versionId}::uuid, ${told('staged')}
    ${changedStaged(staged)}`.execute(tx);
}

/** Notes the version as accepted in each commune, with the customers that {@link lookAtStaged} found it to name. */
export async function insertVersion(
  tx: Tx,
  { communeIds, dataDate, versionId }: Pick<StagedPeople, 'communeIds' | 'dataDate' | 'versionId'>,
): Promise<void> {
  await sql`
    insert into registry.bank_version (commune_id, version_id, data_date, person_ids)
    select commune.id, ${versionId}::uuid, ${dataDate}::date, coalesce(named.person_ids, '{}')
    from unnest(${idArray(communeIds)}) commune (id)
    left join named_customers named on named.commune_id = commune.id`.execute(tx);
}

/** The persons of whom a version told something new, as a relation of `commune_id, id`. */
export const changedByVersion = (versionId: Id, communeIds: readonly Id[]) => sql`
  select commune_id, person_id as id from registry.person_bank_record
  where version_id = ${versionId} and commune_id = any (${idArray(communeIds)})`;

/** Takes a version's records out of account; they stay as they are. The dates after it keep what they said. */
export async function withdrawVersion(
  tx: Tx,
  withdrawal: { versionId: Id; communeIds: readonly Id[]; at: Date },
): Promise<void> {
  const { versionId, communeIds, at } = withdrawal;
  const { rows } = await sql<{ dataDate: BusinessDate }>`
    select distinct data_date as "dataDate" from registry.bank_version
    where version_id = ${versionId} and commune_id = any (${idArray(communeIds)})`.execute(tx);
  for (const { dataDate } of rows)
    await keepLater(tx, { changed: changedByVersion(versionId, communeIds), communeIds, dataDate });
  await sql`
    update registry.bank_version set withdrawn_at = ${at}
    where version_id = ${versionId} and commune_id = any (${idArray(communeIds)}) and withdrawn_at is null`.execute(
    tx,
  );
}

async function hasLaterVersion(tx: Tx, { communeIds, dataDate }: StagedPeople): Promise<boolean> {
  const { rows } = await sql`
    select from registry.bank_version
    where commune_id = any (${idArray(communeIds)}) and data_date > ${dataDate} and withdrawn_at is null
    limit 1`.execute(tx);
  return rows.length > 0;
}

/**
 * Before a date changes what holds from it on: the next later date that named the person again, and wrote no record
 * because nothing differed, gets the record it relied on. Grouped rather than joined: on a new database the planner knows
 * nothing of these tables, and a join of many with many would take minutes.
 */
async function keepLater(
  tx: Tx,
  {
    changed,
    communeIds,
    dataDate,
  }: { changed: RawBuilder<unknown>; communeIds: readonly Id[]; dataDate: BusinessDate },
): Promise<void> {
  await sql`
    with told as (
      select changed.commune_id, changed.id as person_id, null::date as data_date, null::uuid as version_id
      from (${changed}) changed
      union all
      select version.commune_id, named.person_id, version.data_date, version.version_id
      from registry.bank_version version
      cross join lateral unnest(version.person_ids) named (person_id)
      where version.commune_id = any (${idArray(communeIds)}) and version.data_date > ${dataDate}
        and version.withdrawn_at is null),
    named as materialized (
      select commune_id, person_id, min(data_date) as data_date,
             (array_agg(version_id order by data_date nulls last, version_id desc))[1] as version_id
      from told
      group by commune_id, person_id
      having count(*) > count(data_date) and count(data_date) > 0)
    insert into registry.person_bank_record (commune_id, person_id, data_date, version_id, ${told()})
    select held.commune_id, held.person_id, named.data_date, named.version_id, ${told('held')}
    from named
    join registry.person on person.commune_id = named.commune_id and person.id = named.person_id
    join lateral ${latestRecord({ by: dataDate })} held on true
    where not exists (
      select from registry.person_bank_record record
      join registry.bank_version version
        on version.commune_id = record.commune_id and version.version_id = record.version_id
      where record.commune_id = named.commune_id and record.person_id = named.person_id
        and record.data_date = named.data_date and version.withdrawn_at is null)
    on conflict do nothing`.execute(tx);
}
