import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** What people enter of an area; `province` is entered of communes. */
export type AreaField = 'name' | 'state_code' | 'province';

/** An entry to write. */
export type NewAreaEntry = {
  readonly entryId: Id;
  readonly areaId: Id;
  readonly field: AreaField;
  readonly value: string;
  readonly validFrom: BusinessDate;
  readonly document: string;
  readonly enteredBy: Id;
  readonly at: Date;
};

/** Enters a value from a day on; one entered before for the same day is withdrawn. */
export async function insertAreaEntry(tx: Tx, entry: NewAreaEntry): Promise<void> {
  await sql`
    update registry.area_entry set withdrawn_at = ${entry.at}
    where area_id = ${entry.areaId} and field = ${entry.field} and valid_from = ${entry.validFrom}
      and withdrawn_at is null`.execute(tx);
  await sql`
    insert into registry.area_entry (id, area_id, field, value, valid_from, document, entered_by, entered_at)
    values (${entry.entryId}, ${entry.areaId}, ${entry.field}, ${entry.value}, ${entry.validFrom}, ${entry.document},
            ${entry.enteredBy}, ${entry.at})`.execute(tx);
  await showAreaAgain(tx, entry.areaId);
}

/** Withdraws an entry and answers its area; undefined when it is not there or was withdrawn before. */
export async function withdrawAreaEntry(
  tx: Tx,
  { entryId, at }: { entryId: Id; at: Date },
): Promise<{ areaId: Id; field: AreaField } | undefined> {
  const { rows } = await sql<{ areaId: Id; field: AreaField }>`
    update registry.area_entry set withdrawn_at = ${at}
    where id = ${entryId} and withdrawn_at is null
    returning area_id as "areaId", field`.execute(tx);
  const [entry] = rows;
  if (entry !== undefined) await showAreaAgain(tx, entry.areaId);
  return entry;
}

/** Makes the shown name and the province anew: the last that people entered, the name in the files without one [RG17]. */
async function showAreaAgain(tx: Tx, areaId: Id): Promise<void> {
  await sql`
    with entered as (
      select (array_agg(value order by valid_from desc) filter (where field = 'name'))[1] as name,
             (array_agg(value order by valid_from desc) filter (where field = 'province'))[1]::uuid as province_id
      from registry.area_entry where area_id = ${areaId} and withdrawn_at is null)
    update registry.area
    set name = coalesce(entered.name, area.bank_name, area.name),
        bank_name = case when entered.name is not null then coalesce(area.bank_name, area.name) end,
        is_named = case when entered.name is not null then true
                        when area.bank_name is not null then area.named_on is not null
                        else area.is_named end,
        parent_id = case area.kind when 'commune' then entered.province_id else area.parent_id end
    from entered where area.id = ${areaId}`.execute(tx);
}

/**
 * An entry in force, with the last day of its value: the day before the next of its kind, or the
 * area's last; of a state code also the day before the area became part of another, which its name outlives. */
export type AreaEntryRow = {
  readonly entryId: Id;
  readonly field: AreaField;
  readonly value: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly document: string;
};

const lastDay = sql`
  least((select min(later.valid_from) - 1 from registry.area_entry later
         where later.area_id = entry.area_id and later.field = entry.field and later.withdrawn_at is null
           and later.valid_from > entry.valid_from),
        area.valid_to,
        (select min(merge.effective_on) - 1 from registry.area_merge merge
         where merge.old_area_id = area.id and merge.withdrawn_at is null and entry.field = 'state_code'))`;

/** What people entered of an area, newest first. */
export async function selectAreaEntries(tx: Tx, areaId: Id): Promise<readonly AreaEntryRow[]> {
  const { rows } = await sql<AreaEntryRow>`
    select entry.id as "entryId", entry.field, entry.value, entry.valid_from as "validFrom",
           ${lastDay} as "validTo", entry.document
    from registry.area_entry entry join registry.area on area.id = entry.area_id
    where entry.area_id = ${areaId} and entry.withdrawn_at is null
    order by entry.valid_from desc limit 200`.execute(tx);
  return rows;
}

/** From when to when another area of the kind has a state code. */
export type CodeHolder = {
  readonly name: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
};

/** The other areas of a kind that have, had or will have a state code [RG18]. */
export async function selectCodeHolders(
  tx: Tx,
  { areaId, kind, code }: { areaId: Id; kind: string; code: string },
): Promise<readonly CodeHolder[]> {
  const { rows } = await sql<CodeHolder>`
    select area.name, entry.valid_from as "validFrom", ${lastDay} as "validTo"
    from registry.area_entry entry join registry.area on area.id = entry.area_id
    where entry.value = ${code} and entry.field = 'state_code' and entry.withdrawn_at is null
      and area.kind = ${kind} and area.id <> ${areaId}`.execute(tx);
  return rows;
}
