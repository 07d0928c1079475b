import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** A commune with the office that serves it. */
export type CommunePlace = {
  readonly communeId: Id;
  readonly kind: 'commune' | 'counter';
  readonly communeCode: string;
  readonly communeName: string;
  readonly officeId: Id | null;
  readonly officeName: string | null;
};

/** Communes and counters by id, or those an office serves on a day, by code. */
export async function communePlaces(
  tx: Tx,
  asked: { readonly communeIds?: readonly Id[]; readonly officeId?: Id; readonly on: BusinessDate },
): Promise<CommunePlace[]> {
  const ids = asked.communeIds === undefined ? null : [...asked.communeIds];
  // Which office serves a commune is looked up for each: only for those that the office ever served.
  const ofOffice =
    asked.officeId === undefined
      ? sql``
      : sql`and serving.office_id = ${asked.officeId}
        and area.id in (select commune_id from registry.office_commune where office_id = ${asked.officeId})`;
  const { rows } = await sql<CommunePlace>`
    select area.id as "communeId", area.kind, area.bank_code as "communeCode", area.name as "communeName",
      office.id as "officeId", office.name as "officeName"
    from registry.area
    left join lateral (
      select served.office_id from registry.office_commune served
      where served.commune_id = area.id
      order by (served.valid_from <= ${asked.on}::date) desc, served.valid_from desc limit 1
    ) serving on true
    left join registry.office on office.id = serving.office_id
    where area.kind in ('commune', 'counter') and (${ids}::uuid[] is null or area.id = any (${ids}::uuid[]))
      ${ofOffice}
    order by area.bank_code`.execute(tx);
  return rows;
}

/** Names of villages by bank code, as they are called now. */
export async function villageNames(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select distinct on (bank_code) bank_code as code, name from registry.area
    where kind = 'village' and bank_code = any (${[...new Set(codes)]}::text[])
    order by bank_code, valid_from desc`.execute(tx);
  return new Map(rows.map((row) => [row.code, row.name]));
}

/**
 * How many codes of villages with open loans, in what the caller sees of these communes, have no name yet: a code that the
 * files never named may be no village at all.
 */
export async function countUnnamedVillages(
  tx: Tx,
  { communeIds, dataDate }: { readonly communeIds: readonly Id[]; readonly dataDate: BusinessDate },
): Promise<number> {
  const { rows } = await sql<{ unnamed: number }>`
    select count(distinct cell.village_code)::integer as unnamed
    from portfolio.publication shown
    join portfolio.cube cell on cell.commune_id = shown.commune_id and cell.data_date = shown.data_date
      and cell.version_id = shown.version_id
    where shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.data_date = ${dataDate} and cell.loans > 0
      and cell.village_code not in (select bank_code from registry.area
        where kind = 'village' and is_named and bank_code is not null)`.execute(tx);
  return rows[0]?.unnamed ?? 0;
}

/** Whether these communes are all that an office serves on a day. */
export async function isWholeOffice(
  tx: Tx,
  { officeId, communeIds, on }: { officeId: Id; communeIds: readonly Id[]; on: BusinessDate },
): Promise<boolean> {
  const { rows } = await sql`
    select from registry.office_commune
    where office_id = ${officeId} and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
      and commune_id <> all (${[...communeIds]}::uuid[])
    limit 1`.execute(tx);
  return rows.length === 0;
}
