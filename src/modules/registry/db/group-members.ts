import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** The customers that the bank's files put into a group at a data date. */
export type GroupMembers = {
  readonly communeId: Id;
  readonly groupCode: string;
  readonly personIds: readonly Id[];
};

/** Groups of communes, or one of them, at a data date; the newest of each commune where none is asked for. */
export type MembersAsked = {
  readonly communeIds: readonly Id[];
  readonly groupCode?: string | undefined;
  readonly dataDate: BusinessDate | undefined;
};

/**
 * Who is in each group as the newest files at or before the date name them: whoever those files no longer name has left.
 * A group without a customer has no row.
 */
export async function membersOfGroups(tx: Tx, asked: MembersAsked): Promise<GroupMembers[]> {
  const one = sql`${asked.groupCode ?? null}::text`;
  const { rows } = await sql<GroupMembers>`
    with told as (
      select distinct on (commune_id) commune_id, data_date, person_ids from registry.bank_version
      where commune_id = any (${[...asked.communeIds]}::uuid[]) and withdrawn_at is null
        and (${asked.dataDate ?? null}::date is null or data_date <= ${asked.dataDate ?? null}::date)
      order by commune_id, data_date desc, version_id desc)
    select told.commune_id as "communeId", held.group_code as "groupCode", array_agg(held.id) as "personIds"
    from told cross join lateral (${asked.dataDate === undefined ? asShown : asTold}) held
    where ${one} is null or held.group_code = ${one}
    group by told.commune_id, held.group_code`.execute(tx);
  return rows;
}

/** The group of each customer named, as it is shown now. */
const asShown: RawBuilder<unknown> = sql`
  select person.id, person.group_code from registry.person
  where person.commune_id = told.commune_id and person.id = any (told.person_ids)`;

/** The group of each customer named, as the last record at or before the date has it. */
const asTold: RawBuilder<unknown> = sql`
  select distinct on (record.person_id) record.person_id as id, record.group_code
  from registry.person_bank_record record
  join registry.bank_version version
    on version.commune_id = record.commune_id and version.version_id = record.version_id
  where record.commune_id = told.commune_id and record.person_id = any (told.person_ids)
    and record.data_date <= told.data_date and version.withdrawn_at is null
  order by record.person_id, record.data_date desc, record.version_id desc`;
