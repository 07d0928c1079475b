import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { areaOn } from '../domain/merge-map.ts';
import { selectMerges } from './area-merges.ts';

/** An area with the validity of its code. */
export type Area = {
  readonly areaId: Id;
  readonly kind: 'province' | 'commune' | 'village' | 'counter';
  /** Provinces have none and are not asked for by code. */
  readonly bankCode: string;
  readonly name: string;
  /** False while only the code is known and the name is a stand-in [RG3]. */
  readonly isNamed: boolean;
  readonly parentId: Id | null;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
};

/** A transaction office of the bank. */
export type Office = {
  readonly officeId: Id;
  readonly bankCode: string;
  readonly branchCode: string | null;
  readonly name: string;
};

const areaColumns = sql`
  area.id as "areaId", area.kind, area.bank_code as "bankCode", area.name,
  area.is_named as "isNamed", area.parent_id as "parentId", area.valid_from as "validFrom", area.valid_to as "validTo"`;

/** The office with this bank code; undefined when none is known. */
export async function officeByCode(tx: Tx, bankCode: string): Promise<Office | undefined> {
  const { rows } = await sql<Office>`
    select id as "officeId", bank_code as "bankCode", branch_code as "branchCode", name
    from registry.office where bank_code = ${bankCode}`.execute(tx);
  return rows[0];
}

/** Creates an office, or answers the one that already has the code: two imports may name it at once. */
export async function createOffice(tx: Tx, office: Office): Promise<Office> {
  await sql`
    insert into registry.office (id, bank_code, branch_code, name)
    values (${office.officeId}, ${office.bankCode}, ${office.branchCode}, ${office.name})
    on conflict (bank_code) do nothing`.execute(tx);
  return (await officeByCode(tx, office.bankCode)) ?? office;
}

/** The communes an office serves on a day and, when asked for, its counter; by code. */
export async function communesOfOffice(
  tx: Tx,
  { officeId, on, counters = false }: { officeId: Id; on: BusinessDate; counters?: boolean },
): Promise<Area[]> {
  const { rows } = await sql<Area>`
    select ${areaColumns}
    from registry.office_commune served
    join registry.area on area.id = served.commune_id
    where served.office_id = ${officeId} and served.valid_from <= ${on}
      and (served.valid_to is null or served.valid_to >= ${on})
      and (area.kind = 'commune' or (${counters} and area.kind = 'counter'))
    order by area.bank_code`.execute(tx);
  return rows;
}

/**
 * The areas that bank codes mean on a day [RG1]: valid that day, or else the next one that began later, because an
 * older file may come after a newer one and then extends it backwards. Unknown codes are left out.
 */
export async function areasByCode(
  tx: Tx,
  { kind, codes, on }: { kind: Area['kind']; codes: readonly string[]; on: BusinessDate },
): Promise<Map<string, Area>> {
  const { rows } = await sql<Area>`
    select distinct on (area.bank_code) ${areaColumns}
    from registry.area
    where area.kind = ${kind} and area.bank_code = any (${[...codes]}::text[])
      and (area.valid_to is null or area.valid_to >= ${on})
    order by area.bank_code, area.valid_from`.execute(tx);
  return new Map(rows.map((area) => [area.bankCode, area]));
}

/**
 * The names in force on a day, by area: what a person entered from that day or before [RG17], otherwise the name in the
 * files; an area first named later has its first name.
 */
export async function areaNames(tx: Tx, areaIds: readonly Id[], on: BusinessDate): Promise<Map<Id, string>> {
  const { rows } = await sql<{ areaId: Id; name: string }>`
    select area.id as "areaId",
           coalesce(
             (select value from registry.area_entry entered
              where entered.area_id = area.id and entered.field = 'name' and entered.withdrawn_at is null
                and entered.valid_from <= ${on}
              order by entered.valid_from desc limit 1),
             (select dated.name from registry.area_name dated where dated.area_id = area.id
              order by (dated.valid_from <= ${on}) desc, abs(dated.valid_from - ${on}::date) limit 1),
             area.name) as name
    from registry.area
    where area.id = any (${[...areaIds]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.areaId, row.name]));
}

/** Where each area belongs on a day after recorded merges; an area that never merged maps to itself [RG5]. */
export async function areasMergedInto(
  tx: Tx,
  areaIds: readonly Id[],
  on: BusinessDate,
): Promise<Map<Id, Id>> {
  const merges = await selectMerges(tx);
  return new Map(areaIds.map((areaId) => [areaId, areaOn(areaId, merges, on)]));
}

/** So many areas one answer names: a province has some 3,000 communes and villages. One more is read, to tell that it was cut. */
export const MOST_AREAS = 5_000;

/** Communes, or villages of communes, for the lists; all communes when `communeIds` is undefined. */
export async function selectAreas(
  tx: Tx,
  { communeIds, on }: { communeIds: readonly Id[] | undefined; on: BusinessDate | undefined },
): Promise<Area[]> {
  const all = communeIds === undefined;
  const ids = [...(communeIds ?? [])];
  const { rows } = await sql<Area>`
    select ${areaColumns}
    from registry.area
    where area.kind in ('commune', 'village')
      and (${all} or case area.kind when 'commune' then area.id else area.parent_id end = any (${ids}::uuid[]))
      and (${on ?? null}::date is null
           or (area.valid_from <= ${on ?? null}::date and (area.valid_to is null or area.valid_to >= ${on ?? null}::date)))
    order by area.bank_code, area.valid_from
    limit ${MOST_AREAS + 1}`.execute(tx);
  return rows;
}

/** One area by id. */
export async function selectArea(tx: Tx, areaId: Id): Promise<Area | undefined> {
  const { rows } =
    await sql<Area>`select ${areaColumns} from registry.area where area.id = ${areaId}`.execute(tx);
  return rows[0];
}
