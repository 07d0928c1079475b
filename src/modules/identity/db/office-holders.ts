import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Role } from '../../../kernel/role.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A person and an office they hold: never login, phone or anything secret. */
export type OfficeHolder = {
  readonly userId: Id;
  readonly fullName: string;
  readonly role: Role;
  readonly associationCode: string | null;
  readonly villageCode: string | null;
  readonly groupCode: string | null;
};

/** Who holds an office in a commune on a day, and who holds one at the transaction office that serves it; the longest in office first. */
export async function selectOfficeHolders(
  tx: Tx,
  { communeId, on }: { readonly communeId: Id; readonly on: BusinessDate },
): Promise<OfficeHolder[]> {
  const { rows } = await sql<OfficeHolder>`
    select u.id as "userId", u.full_name as "fullName", a.role, a.association_code as "associationCode",
           a.village_code as "villageCode", a.group_code as "groupCode"
    from identity.assignment a
    join identity.user_account u on u.id = a.user_id and u.disabled_at is null
    where a.valid_from <= ${on} and (a.valid_to is null or a.valid_to >= ${on})
      and (a.commune_id = ${communeId} or a.office_id in (
        select served.office_id from registry.office_commune served
        where served.commune_id = ${communeId} and served.valid_from <= ${on}
          and (served.valid_to is null or served.valid_to >= ${on})))
    order by a.valid_from, a.id limit 2000`.execute(tx);
  return rows;
}

/** An office that somebody holds in a commune. */
export type OwnOffice = Omit<OfficeHolder, 'userId' | 'fullName'> & {
  readonly assignmentId: Id;
  readonly communeId: Id;
};

/** The offices that a person holds in communes on a day; those of the bank are of no one commune. */
export async function selectOwnOffices(tx: Tx, userId: Id, on: BusinessDate): Promise<OwnOffice[]> {
  const { rows } = await sql<OwnOffice>`
    select id as "assignmentId", commune_id as "communeId", role, association_code as "associationCode",
           village_code as "villageCode", group_code as "groupCode"
    from identity.assignment
    where user_id = ${userId} and commune_id is not null
      and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
    order by valid_from, id limit 50`.execute(tx);
  return rows;
}

/** The name a person signs papers with; undefined when there is no such account. */
export async function selectFullName(tx: Tx, userId: Id): Promise<string | undefined> {
  const { rows } = await sql<{ fullName: string }>`
    select full_name as "fullName" from identity.user_account where id = ${userId}`.execute(tx);
  return rows[0]?.fullName;
}
