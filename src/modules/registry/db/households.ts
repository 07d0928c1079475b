import { sql } from 'kysely';
import type { z } from 'zod';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { contactRelation, entryField } from '../contract.ts';

/** One of the contract's relations. */
export type Relation = z.output<typeof contactRelation>;
/** One of the contract's fields that people may enter. */
export type EntryField = z.output<typeof entryField>;

/** A person as shown, unmasked: the operations mask. */
export type PersonRow = {
  readonly personId: Id;
  readonly householdId: Id;
  readonly customerCode: string | null;
  readonly relation: Relation | null;
  readonly fullName: string;
  readonly foldedName: string;
  readonly bornOn: BusinessDate | null;
  readonly sex: 'male' | 'female' | null;
  readonly ethnicityName: string | null;
  readonly identityNumber: string | null;
  readonly identityIssuedOn: BusinessDate | null;
  readonly identityIssuer: string | null;
  readonly spouseName: string | null;
  readonly address: string | null;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly groupCode: string;
  readonly associationCode: string;
  readonly bankDataDate: BusinessDate | null;
};

const personColumns = sql`
  person.id as "personId", person.household_id as "householdId", person.customer_code as "customerCode",
  person.household_relation as relation, person.full_name as "fullName", person.folded_name as "foldedName",
  person.born_on as "bornOn", person.sex, person.ethnicity_name as "ethnicityName",
  person.identity_number as "identityNumber", person.identity_issued_on as "identityIssuedOn",
  person.identity_issuer as "identityIssuer", person.spouse_name as "spouseName", person.address,
  person.village_code as "villageCode",
  (select area.name from registry.area where area.kind = 'village' and area.bank_code = person.village_code
   order by area.valid_from desc limit 1) as "villageName",
  person.group_code as "groupCode", person.association_code as "associationCode",
  person.bank_data_date as "bankDataDate"`;

/** So many people one household holds; beyond that two households were mixed up. */
export const MOST_MEMBERS = 100;

/** The members of a household that the scope shows, customers first. */
export async function selectMembers(tx: Tx, communeId: Id, householdId: Id): Promise<PersonRow[]> {
  return selectMembersOf(tx, communeId, [householdId]);
}

/** The members of several households that the scope shows, of each customers first. */
export async function selectMembersOf(
  tx: Tx,
  communeId: Id,
  householdIds: readonly Id[],
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select ${personColumns} from registry.person
    where commune_id = ${communeId} and household_id = any (${[...householdIds]}::uuid[])
    order by household_id, customer_code nulls last, id
    limit ${MOST_MEMBERS * householdIds.length}`.execute(tx);
  return rows;
}

/** One person that the scope shows. */
export async function selectPerson(tx: Tx, communeId: Id, personId: Id): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${personColumns} from registry.person where commune_id = ${communeId} and id = ${personId}`.execute(
    tx,
  );
  return rows[0];
}

/** Person and household of a customer code. */
export async function selectCustomer(
  tx: Tx,
  communeId: Id,
  customerCode: string,
): Promise<{ personId: Id; householdId: Id } | undefined> {
  const { rows } = await sql<{ personId: Id; householdId: Id }>`
    select id as "personId", household_id as "householdId" from registry.person
    where commune_id = ${communeId} and customer_code = ${customerCode}`.execute(tx);
  return rows[0];
}

/** Somebody else with a member's name. */
export type Namesake = {
  readonly memberId: Id;
  readonly personId: Id;
  readonly householdId: Id;
  readonly birthYear: number | null;
  readonly villageName: string | null;
};

/** Others of the commune with the same name as these members, at most 20 for each. */
export async function selectNamesakes(tx: Tx, communeId: Id, memberIds: readonly Id[]): Promise<Namesake[]> {
  const { rows } = await sql<Namesake>`
    select member.id as "memberId", other.*
    from registry.person member
    cross join lateral (
      select person.id as "personId", person.household_id as "householdId",
             extract(year from person.born_on)::integer as "birthYear",
             (select area.name from registry.area where area.kind = 'village' and area.bank_code = person.village_code
              order by area.valid_from desc limit 1) as "villageName"
      from registry.person
      where person.commune_id = ${communeId} and person.folded_name = member.folded_name and person.id <> member.id
        and (person.customer_code is null or person.bank_data_date is not null)
      order by person.id limit 20) other
    where member.commune_id = ${communeId} and member.id = any (${[...memberIds]}::uuid[])`.execute(tx);
  return rows;
}

/** Creates a household of nobody yet. */
export async function insertHousehold(
  tx: Tx,
  household: { communeId: Id; householdId: Id; at: Date },
): Promise<void> {
  await sql`
    insert into registry.household (commune_id, id, created_at)
    values (${household.communeId}, ${household.householdId}, ${household.at})`.execute(tx);
}

/** Puts a person into a household of the same commune. */
export async function updateHousehold(
  tx: Tx,
  { communeId, personId, householdId }: { communeId: Id; personId: Id; householdId: Id },
): Promise<void> {
  await sql`
    update registry.person set household_id = ${householdId}
    where commune_id = ${communeId} and id = ${personId}`.execute(tx);
}

/** A person entered by hand, in the village and group of the household. */
export async function insertMember(
  tx: Tx,
  member: Pick<
    PersonRow,
    'personId' | 'householdId' | 'relation' | 'fullName' | 'foldedName' | 'bornOn' | 'sex'
  > &
    Pick<PersonRow, 'villageCode' | 'groupCode' | 'associationCode'> & { communeId: Id },
): Promise<void> {
  await sql`
    insert into registry.person
      (commune_id, id, household_id, household_relation, full_name, folded_name, born_on, sex, village_code, group_code, association_code)
    values (${member.communeId}, ${member.personId}, ${member.householdId}, ${member.relation}, ${member.fullName},
            ${member.foldedName}, ${member.bornOn}, ${member.sex}, ${member.villageCode}, ${member.groupCode},
            ${member.associationCode})`.execute(tx);
}
