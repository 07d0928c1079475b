import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Office } from './areas.ts';

const CODES = sql`office.id as "officeId", office.bank_code as "bankCode", office.branch_code as "branchCode"`;
const COLUMNS = sql`${CODES}, office.name`;

/**
 * The office that serves a commune on a day, or, before the first known day, the first that did; undefined when none is
 * known. It is called as the files called it on that day [RG20].
 */
export async function officeServing(
  tx: Tx,
  { communeId, on }: { readonly communeId: Id; readonly on: BusinessDate },
): Promise<Office | undefined> {
  const { rows } = await sql<Office>`
    select ${CODES}, ${nameOn(on)} as name from registry.office_commune served
    join registry.office on office.id = served.office_id
    where served.commune_id = ${communeId} and (served.valid_to is null or served.valid_to >= ${on})
    order by (served.valid_from <= ${on}) desc, abs(served.valid_from - ${on}::date), office.bank_code
    limit 1`.execute(tx);
  return rows[0];
}

/** Offices by their ids, all of them when `officeIds` is undefined; by code, at most 2,000. */
export async function selectOffices(tx: Tx, officeIds: readonly Id[] | undefined): Promise<Office[]> {
  const { rows } = await sql<Office>`
    select ${COLUMNS} from registry.office
    where ${officeIds === undefined} or office.id = any (${[...(officeIds ?? [])]}::uuid[])
    order by office.bank_code limit 2000`.execute(tx);
  return rows;
}

/** What an office is called on a day: by the last file until then, or by the first after it [RG20]. */
const nameOn = (on: BusinessDate) => sql`coalesce(
  (select dated.name from registry.office_name dated
   where dated.office_id = office.id and dated.withdrawn_at is null
   order by (dated.valid_from <= ${on}) desc, abs(dated.valid_from - ${on}::date) limit 1),
  office.name)`;

/** What the files call an office from which days on, as far as it is kept [RG20]. */
export async function officeNames(tx: Tx, officeId: Id): Promise<ReadonlyMap<BusinessDate, string>> {
  const { rows } = await sql<{ from: BusinessDate; name: string }>`
    select valid_from as "from", name from registry.office_name
    where office_id = ${officeId} and withdrawn_at is null`.execute(tx);
  return new Map(rows.map(({ from, name }) => [from, name]));
}

/** Every commune and counter that an office serves or served on some day. */
export async function communesEverServed(tx: Tx, officeId: Id): Promise<Id[]> {
  const { rows } = await sql<{ communeId: Id }>`
    select distinct commune_id as "communeId" from registry.office_commune where office_id = ${officeId}`.execute(
    tx,
  );
  return rows.map(({ communeId }) => communeId);
}

/** What the file of a date says of an office. */
export type NamedOffice = {
  readonly officeId: Id;
  readonly dataDate: BusinessDate;
  /** Null where the file, or for an undone date every file, names it not. */
  readonly name: string | null;
};

/** Keeps what the file of a date calls an office [RG20]; of two files of a date the later holds. */
export async function nameOffice(tx: Tx, { officeId, dataDate, name }: NamedOffice): Promise<void> {
  if (name === null || name === '') return;
  await sql`
    insert into registry.office_name (office_id, valid_from, name) values (${officeId}, ${dataDate}, ${name})
    on conflict (office_id, valid_from) do update set name = excluded.name, withdrawn_at = null`.execute(tx);
  await callByNewest(tx, officeId);
}

/** Undoes {@link nameOffice}: the date has the name of the file that stands now, or none of its own [RG20]. */
export async function withdrawOfficeName(tx: Tx, told: NamedOffice & { readonly at: Date }): Promise<void> {
  const { officeId, dataDate, name, at } = told;
  await sql`
    update registry.office_name set withdrawn_at = ${at}
    where office_id = ${officeId} and valid_from = ${dataDate} and withdrawn_at is null`.execute(tx);
  await nameOffice(tx, { officeId, dataDate, name });
  await callByNewest(tx, officeId);
}

/** An office of which no file that stands tells a name keeps the one it has: a name is better than none. */
async function callByNewest(tx: Tx, officeId: Id): Promise<void> {
  await sql`
    update registry.office set name = newest.name
    from (select name from registry.office_name
          where office_id = ${officeId} and withdrawn_at is null order by valid_from desc limit 1) newest
    where office.id = ${officeId} and office.name <> newest.name`.execute(tx);
}
