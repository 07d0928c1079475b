import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { SearchWord } from '../domain/search-query.ts';

/** A person found, with the identity number still whole: the operation masks it. */
export type FoundPerson = {
  readonly communeId: Id;
  readonly personId: Id;
  readonly householdId: Id;
  readonly customerCode: string | null;
  readonly fullName: string;
  readonly bornOn: BusinessDate | null;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly groupCode: string;
  readonly associationCode: string;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  /** Since when the phone is marked wrong: only where the person has no better one. */
  readonly phoneWrongSince: BusinessDate | null;
  readonly matchedBy: 'name' | 'phone' | 'identityNumber' | 'customerCode';
  readonly total: number;
};

const MOST_HITS = 20;
const LONGEST_PHONE = 11;

/** People known now: a customer whose every record was undone is not [RG8]. */
const isKnown = sql`(person.customer_code is null or person.bank_data_date is not null)`;

/**
 * People whose name holds all the words, each at the start of a word of the name, in any order. First those spelt as
 * typed, then those with the words whole, then by given name.
 */
export function searchNames(
  tx: Tx,
  communeIds: readonly Id[],
  words: readonly SearchWord[],
): Promise<FoundPerson[]> {
  const all = (conditions: RawBuilder<unknown>[]) => sql.join(conditions, sql` and `);
  const begins = all(words.map(({ folded }) => sql`' ' || person.folded_name like ${`% ${folded}%`}`));
  const whole = all(words.map(({ folded }) => sql`' ' || person.folded_name || ' ' like ${`% ${folded} %`}`));
  const spelt = all(
    words.map(
      ({ spellings }) =>
        sql`' ' || person.full_name like any (${spellings.map((word) => `% ${word}%`)}::text[])`,
    ),
  );
  const given = sql`split_part(person.full_name, ' ', -1) collate "vi-x-icu"`;
  return found(
    tx,
    sql`
      select person.commune_id, person.id, 'name' as matched_by, count(*) over () as total,
             row_number() over (order by (${spelt}) desc, (${whole}) desc, ${given},
                                         person.full_name collate "vi-x-icu", person.id) as place
      from registry.person
      where person.commune_id = any (${[...communeIds]}::uuid[]) and ${begins} and ${isKnown}`,
  );
}

/** People with this identity number (whole) or customer code (whole), or a contact that begins or ends so. */
export function searchDigits(tx: Tx, communeIds: readonly Id[], digits: string): Promise<FoundPerson[]> {
  const communes = sql`${[...communeIds]}::uuid[]`;
  return found(
    tx,
    sql`
      select hit.commune_id, hit.id, hit.matched_by, count(*) over () as total,
             row_number() over (order by hit.rank, hit.id) as place
      from (
        select distinct on (commune_id, id) * from (
          select person.commune_id, person.id, 'identityNumber' as matched_by, 1 as rank from registry.person
          where person.commune_id = any (${communes}) and person.identity_number = ${digits}
            and ${digits.length === 12 || digits.length === 9} and ${isKnown}
          union all
          select person.commune_id, person.id, 'customerCode', 2 from registry.person
          where person.commune_id = any (${communes}) and person.customer_code = ${digits} and ${isKnown}
          union all
          select contact.commune_id, contact.person_id, 'phone',
                 case when contact.phone = ${digits} then 3 when starts_with(contact.phone, ${digits}) then 4 else 5 end
          from registry.contact
          where contact.commune_id = any (${communes}) and contact.removed_at is null
            and ${digits.length <= LONGEST_PHONE}
            and (starts_with(contact.phone, ${digits}) or right(contact.phone, ${digits.length}) = ${digits})
        ) every_hit order by commune_id, id, rank) hit`,
  );
}

/** Fills in the first hits; sorting names alone first keeps a common name cheap. */
async function found(tx: Tx, hits: RawBuilder<unknown>): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`
    with hit as materialized (${hits} order by place limit ${MOST_HITS})
    select person.commune_id as "communeId", person.id as "personId", person.household_id as "householdId",
           person.customer_code as "customerCode", person.full_name as "fullName", person.born_on as "bornOn",
           person.village_code as "villageCode", village.name as "villageName", person.group_code as "groupCode",
           person.association_code as "associationCode", person.identity_number as "identityNumber",
           dialled.phone, dialled.wrong_number_since as "phoneWrongSince", hit.matched_by as "matchedBy", hit.total::integer as total
    from hit
    join registry.person on person.commune_id = hit.commune_id and person.id = hit.id
    join registry.dialled_number dialled on dialled.commune_id = hit.commune_id and dialled.person_id = hit.id
    left join lateral (
      select area.name from registry.area
      where area.kind = 'village' and area.bank_code = person.village_code
      order by area.valid_from desc limit 1) village on true
    order by hit.place`.execute(tx);
  return rows;
}
