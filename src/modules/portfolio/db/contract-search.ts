import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A borrower found by a contract. */
export type BorrowerOfContract = {
  readonly communeId: Id;
  readonly personId: Id;
  readonly householdId: Id;
  readonly customerCode: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageCode: string;
  readonly groupCode: string;
  readonly associationCode: string;
  readonly phone: string | null;
  /** Since when the phone is marked wrong: only where the person has no better one. */
  readonly phoneWrongSince: BusinessDate | null;
  readonly contractNo: string;
};

/** Borrowers whose contract, at the newest date their commune shows, has these digits in it; by contract. */
export async function borrowersByContract(
  tx: Tx,
  { communeIds, text, limit }: { communeIds: readonly Id[]; text: string; limit: number },
): Promise<BorrowerOfContract[]> {
  const communes = sql`${[...communeIds]}::uuid[]`;
  const { rows } = await sql<BorrowerOfContract>`
    with found as materialized (
      select p.commune_id, p.contract_no, p.customer_code
      from (
        select distinct on (commune_id) commune_id, data_date, version_id from portfolio.publication
        where commune_id = any (${communes}) order by commune_id, data_date desc
      ) shown
      join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
        and p.version_id = shown.version_id
      where p.commune_id = any (${communes}) and strpos(p.contract_no, ${text}) > 0
      order by p.contract_no limit ${limit}
    )
    select found.commune_id as "communeId", person.person_id as "personId", person.household_id as "householdId",
      found.customer_code as "customerCode", person.full_name as "fullName", person.birth_year as "birthYear",
      person.village_code as "villageCode", person.group_code as "groupCode",
      person.association_code as "associationCode", dialled.phone,
      dialled.wrong_number_since as "phoneWrongSince", found.contract_no as "contractNo"
    from found
    join registry.customer person
      on person.commune_id = found.commune_id and person.customer_code = found.customer_code
    join registry.dialled_number dialled
      on dialled.commune_id = person.commune_id and dialled.person_id = person.person_id
    order by found.contract_no`.execute(tx);
  return rows;
}
