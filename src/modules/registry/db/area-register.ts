import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { MOST_AREAS } from './areas.ts';

/** An area as the register shows it on a day. */
export type RegisteredArea = {
  readonly areaId: Id;
  readonly kind: 'province' | 'commune' | 'village';
  readonly bankCode: string | null;
  /** Its code in the state's list on that day. */
  readonly stateCode: string | null;
  readonly name: string;
  /** False while only the code is known and the name is a stand-in [RG3]. */
  readonly isNamed: boolean;
  /** The name in the files while a person's name stands in its place; null otherwise [RG17]. */
  readonly bankName: string | null;
  readonly parentId: Id | null;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
};

/** A commune with how many villages it has, and how many of them have no name. */
export type RegisteredCommune = RegisteredArea & {
  readonly villages: number;
  readonly unnamedVillages: number;
};

const columns = (on: BusinessDate) => sql`
  area.id as "areaId", area.kind, area.bank_code as "bankCode", area.name, area.is_named as "isNamed",
  area.bank_name as "bankName", area.parent_id as "parentId", area.valid_from as "validFrom", area.valid_to as "validTo",
  (select entry.value from registry.area_entry entry
   where entry.area_id = area.id and entry.field = 'state_code' and entry.withdrawn_at is null
     and entry.valid_from <= ${on}
   order by entry.valid_from desc limit 1) as "stateCode"`;

const among = (ids: readonly Id[] | undefined, column: RawBuilder<unknown>) =>
  ids === undefined ? sql`true` : sql`${column} = any (${[...ids]}::uuid[])`;

/** The communes among these ids with their villages counted; all when `communeIds` is undefined. */
export async function selectRegisteredCommunes(
  tx: Tx,
  { communeIds, on }: { communeIds: readonly Id[] | undefined; on: BusinessDate },
): Promise<readonly RegisteredCommune[]> {
  const { rows } = await sql<RegisteredCommune>`
    select ${columns(on)}, coalesce(inside.villages, 0) as villages, coalesce(inside.unnamed, 0) as "unnamedVillages"
    from registry.area
    left join (select parent_id, count(*)::integer as villages, (count(*) filter (where not is_named))::integer as unnamed
               from registry.area where kind = 'village' group by parent_id) inside on inside.parent_id = area.id
    where area.kind = 'commune' and ${among(communeIds, sql`area.id`)}
    order by area.bank_code, area.valid_from limit ${MOST_AREAS}`.execute(tx);
  return rows;
}

/** The provinces among these ids by name; all when `provinceIds` is undefined. */
export async function selectProvinces(
  tx: Tx,
  { provinceIds, on }: { provinceIds: readonly Id[] | undefined; on: BusinessDate },
): Promise<readonly RegisteredArea[]> {
  const { rows } = await sql<RegisteredArea>`
    select ${columns(on)} from registry.area
    where area.kind = 'province' and ${among(provinceIds, sql`area.id`)}
    order by area.valid_to is not null, "stateCode", area.name limit ${MOST_AREAS}`.execute(tx);
  return rows;
}

/** An area with the name of what it is in. */
export type PlacedArea = RegisteredArea & { readonly parentName: string | null };

/** Communes and villages that no file and no person has named yet [RG3], in these communes or everywhere. */
export async function selectUnnamedAreas(
  tx: Tx,
  { communeIds, on }: { communeIds: readonly Id[] | undefined; on: BusinessDate },
): Promise<readonly PlacedArea[]> {
  const { rows } = await sql<PlacedArea>`
    select ${columns(on)}, parent.name as "parentName"
    from registry.area left join registry.area parent on parent.id = area.parent_id
    where not area.is_named and area.kind in ('commune', 'village')
      and (${among(communeIds, sql`area.id`)} or ${among(communeIds, sql`area.parent_id`)})
    order by area.bank_code, area.valid_from limit 500`.execute(tx);
  return rows;
}

/** One area of the register; a counter is no area of it. */
export async function selectRegisteredArea(
  tx: Tx,
  { areaId, on }: { areaId: Id; on: BusinessDate },
): Promise<PlacedArea | undefined> {
  const { rows } = await sql<PlacedArea>`
    select ${columns(on)}, parent.name as "parentName"
    from registry.area left join registry.area parent on parent.id = area.parent_id
    where area.id = ${areaId} and area.kind in ('province', 'commune', 'village')`.execute(tx);
  return rows[0];
}

/** The villages of a commune, by code. */
export async function selectVillages(
  tx: Tx,
  { communeId, on }: { communeId: Id; on: BusinessDate },
): Promise<readonly RegisteredArea[]> {
  const { rows } = await sql<RegisteredArea>`
    select ${columns(on)} from registry.area
    where area.kind = 'village' and area.parent_id = ${communeId}
    order by area.bank_code, area.valid_from limit ${MOST_AREAS}`.execute(tx);
  return rows;
}

/** The names of an area in the files, newest first. */
export async function selectBankNames(
  tx: Tx,
  areaId: Id,
): Promise<readonly { name: string; validFrom: BusinessDate }[]> {
  const { rows } = await sql<{ name: string; validFrom: BusinessDate }>`
    select name, valid_from as "validFrom" from registry.area_name
    where area_id = ${areaId} order by valid_from desc limit 200`.execute(tx);
  return rows;
}

/** Whether another area took a bank code after a day [RG2]. */
export async function isCodeReused(
  tx: Tx,
  { areaId, after }: { areaId: Id; after: BusinessDate },
): Promise<boolean> {
  const { rows } = await sql`
    select from registry.area
    join registry.area other on other.kind = area.kind and other.bank_code = area.bank_code and other.id <> area.id
    where area.id = ${areaId} and (other.valid_to is null or other.valid_to > ${after})`.execute(tx);
  return rows.length > 0;
}
