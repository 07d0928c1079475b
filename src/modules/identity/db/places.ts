import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { PlaceField, PlaceNames, Places } from '../domain/assignment.ts';
import type { ServedCommune } from '../domain/scope-of.ts';

/** Which offices serve the place of an assignment, and which communes they serve, on a day: the registry's reference rows. */
export async function servedCommunes(tx: Tx, places: Places, today: BusinessDate): Promise<ServedCommune[]> {
  const { rows } = await sql<ServedCommune>`
    select o.id as "officeId", o.branch_code as "branchCode", oc.commune_id as "communeId"
    from registry.office o
    left join registry.office_commune oc on oc.office_id = o.id
      and oc.valid_from <= ${today} and (oc.valid_to is null or oc.valid_to >= ${today})
    where o.id = ${places.officeId} or o.branch_code = ${places.branchCode} or oc.commune_id = ${places.communeId}
    order by o.id, oc.commune_id
  `.execute(tx);
  return rows;
}

/** A place for the screen. */
export type Place = { readonly id: Id; readonly code: string | null; readonly name: string };

/** The communes among these ids, by code; an office's counter is no commune and is left out. */
export async function communesNamed(tx: Tx, ids: readonly Id[]): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select id, bank_code as code, name from registry.area
    where id = any(${ids}::uuid[]) and kind = 'commune'
    order by bank_code, name
  `.execute(tx);
  return rows;
}

/** The offices among these ids, by code. */
export async function officesNamed(tx: Tx, ids: readonly Id[]): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select id, bank_code as code, name from registry.office where id = any(${ids}::uuid[]) order by bank_code
  `.execute(tx);
  return rows;
}

/**
 * Names and codes that stand around a person and that others guess first: all offices, provinces and communes of the
 * register, today's and earlier ones, and the villages of these communes.
 */
export async function namesAround(tx: Tx, communeIds: readonly Id[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with around as materialized (
      select id, bank_code, name from registry.area
      where kind in ('province', 'commune') or (kind = 'village' and parent_id = any(${communeIds}::uuid[])))
    select name from around
    union select bank_code from around where bank_code is not null
    union select former.name from registry.area_name former join around on around.id = former.area_id
    union select name from registry.office
    union select name from registry.office_name
    union select bank_code from registry.office
    limit ${MOST_NAMES_AROUND}
  `.execute(tx);
  return rows.map((row) => row.name);
}

/** Names of offices and communes by id and of villages by code, for the places of assignments. */
export async function placeNames(tx: Tx, keys: readonly string[]): Promise<PlaceNames> {
  const { rows } = await sql<{ key: string; name: string }>`
    select id::text as key, name from registry.office where id::text = any(${keys}::text[])
    union all
    select id::text, name from registry.area where id::text = any(${keys}::text[])
    union all
    (select distinct on (bank_code) bank_code, name from registry.area
     where kind = 'village' and bank_code = any(${keys}::text[])
     order by bank_code, valid_from desc)
  `.execute(tx);
  return new Map(rows.map((row) => [row.key, row.name]));
}

/** More of one kind than the whole country has: a list for a form ends somewhere. */
const MOST_PLACES = 5_000;

/** Provinces, communes and offices of the country with their codes, and the villages of a branch. */
const MOST_NAMES_AROUND = 20_000;

/** What an office held can be of on a day. */
export type PlacesToGive = {
  readonly offices: readonly (Place & { readonly branchCode: string | null })[];
  readonly communes: readonly (Place & { readonly officeIds: Id[] })[];
  readonly villages: readonly (Place & { readonly communeId: Id })[];
};

/** Offices and the communes they serve as they are on a day, and the villages of one commune: a country has too many. */
export async function placesToGive(
  tx: Tx,
  { today, communeId }: { readonly today: BusinessDate; readonly communeId: Id | undefined },
): Promise<PlacesToGive> {
  const offices = await sql<PlacesToGive['offices'][number]>`
    select id, bank_code as code, name, branch_code as "branchCode" from registry.office order by bank_code
    limit ${MOST_PLACES}
  `.execute(tx);
  const communes = await sql<PlacesToGive['communes'][number]>`
    select c.id, c.bank_code as code, c.name,
      array(select oc.office_id::text from registry.office_commune oc where oc.commune_id = c.id
        and oc.valid_from <= ${today} and (oc.valid_to is null or oc.valid_to >= ${today})) as "officeIds"
    from registry.area c
    where c.kind = 'commune' and c.valid_from <= ${today} and (c.valid_to is null or c.valid_to >= ${today})
    order by c.bank_code, c.name
    limit ${MOST_PLACES}
  `.execute(tx);
  const villages = await sql<PlacesToGive['villages'][number]>`
    select v.id, v.bank_code as code, v.name, v.parent_id as "communeId" from registry.area v
    where v.kind = 'village' and v.parent_id = ${communeId ?? null}::uuid
      and v.valid_from <= ${today} and (v.valid_to is null or v.valid_to >= ${today})
    order by v.bank_code, v.name
    limit ${MOST_PLACES}
  `.execute(tx);
  return { offices: offices.rows, communes: communes.rows, villages: villages.rows };
}

/**
 * The first of these places that the registry does not know on that day; undefined when it knows them all. Groups belong
 * to communes and are not visible here: a group code that is not there simply shows nothing.
 */
export async function unknownPlace(
  tx: Tx,
  { officeId, communeId, branchCode, villageCode }: Places,
  onDate: BusinessDate,
): Promise<PlaceField | undefined> {
  const { rows } = await sql<Record<'office' | 'branch' | 'commune' | 'village', boolean>>`
    select
      ${officeId}::uuid is null or exists (select from registry.office where id = ${officeId}) as office,
      ${branchCode}::text is null or exists (select from registry.office where branch_code = ${branchCode}) as branch,
      ${communeId}::uuid is null or exists (
        select from registry.area where id = ${communeId} and kind = 'commune'
          and valid_from <= ${onDate} and (valid_to is null or valid_to >= ${onDate})) as commune,
      ${villageCode}::text is null or exists (
        select from registry.area where bank_code = ${villageCode} and kind = 'village' and parent_id = ${communeId}
          and valid_from <= ${onDate} and (valid_to is null or valid_to >= ${onDate})) as village
  `.execute(tx);
  const [known] = rows;
  if (known?.office !== true) return 'officeId';
  if (!known.branch) return 'branchCode';
  if (!known.commune) return 'communeId';
  return known.village ? undefined : 'villageCode';
}
