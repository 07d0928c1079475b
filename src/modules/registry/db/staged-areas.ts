import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** Areas waiting to be accepted: the rows of one batch in the caller's relation. */
export type StagedAreas = {
  /** A relation with the columns of `AreaAcceptance.source`. */
  readonly source: string;
  readonly officeId: Id;
  readonly batchId: Id;
  readonly dataDate: BusinessDate;
};

/** Codes that meanwhile mean another area than the batch says: somebody accepted them first under another id. */
export async function selectStaleCodes(
  tx: Tx,
  { source, officeId, batchId, dataDate }: StagedAreas,
): Promise<string[]> {
  const { rows } = await sql<{ bankCode: string }>`
    select distinct staged.bank_code as "bankCode"
    from ${sql.table(source)} staged
    join registry.area on area.kind = staged.kind and area.bank_code = staged.bank_code
      and (area.valid_to is null or area.valid_to >= ${dataDate})
    where staged.office_id = ${officeId} and staged.batch_id = ${batchId}
      and not exists (select from registry.area same where same.id = staged.area_id)
    order by 1`.execute(tx);
  return rows.map((row) => row.bankCode);
}

/** New areas become rows, communes and counters before the villages in them; a code without a name gets a stand-in. */
export async function insertStagedAreas(
  tx: Tx,
  staged: StagedAreas & { readonly kinds: readonly string[] },
): Promise<void> {
  const { source, officeId, batchId, dataDate, kinds } = staged;
  await sql`
    insert into registry.area (id, kind, bank_code, name, is_named, named_on, parent_id, valid_from)
    select staged.area_id, staged.kind, staged.bank_code,
           coalesce(staged.name, case staged.kind when 'village' then 'Thôn' when 'counter' then 'Quầy' else 'Xã' end
                                 || ' chưa có tên (mã ' || staged.bank_code || ')'),
           staged.name is not null, case when staged.name is not null then ${dataDate}::date end,
           commune.area_id, ${dataDate}
    from ${sql.table(source)} staged
    left join ${sql.table(source)} commune
      on staged.kind = 'village' and commune.kind in ('commune', 'counter')
         and commune.bank_code = staged.commune_code and commune.office_id = ${officeId} and commune.batch_id = ${batchId}
    where staged.office_id = ${officeId} and staged.batch_id = ${batchId} and staged.kind = any (${[...kinds]}::text[])
    on conflict (id) do nothing`.execute(tx);
}

/** An older file than any before extends the validity of what it names backwards. */
export async function extendValidity(
  tx: Tx,
  { source, officeId, batchId, dataDate }: StagedAreas,
): Promise<void> {
  await sql`
    update registry.area set valid_from = ${dataDate}
    from ${sql.table(source)} staged
    where staged.office_id = ${officeId} and staged.batch_id = ${batchId}
      and area.id = staged.area_id and area.valid_from > ${dataDate}`.execute(tx);
}

/**
 * A name that differs from the one in force becomes a dated change; an older file does not rename [RG4]. A person's name
 * stays shown, the file's stands beside it [RG17].
 */
export async function renameAreas(
  tx: Tx,
  { source, officeId, batchId, dataDate }: StagedAreas,
): Promise<void> {
  const named = sql`
    ${sql.table(source)} staged
    where staged.office_id = ${officeId} and staged.batch_id = ${batchId} and area.id = staged.area_id
      and staged.name is not null and (area.named_on is null or area.named_on <= ${dataDate})`;
  await sql`
    insert into registry.area_name (area_id, valid_from, name)
    select area.id, case when area.named_on is null then area.valid_from else ${dataDate}::date end, staged.name
    from registry.area, ${named}
      and (coalesce(area.bank_name, area.name) <> staged.name or not exists (select from registry.area_name known where known.area_id = area.id))
    on conflict (area_id, valid_from) do update set name = excluded.name`.execute(tx);
  await sql`
    update registry.area
    set name = case when area.bank_name is null then staged.name else area.name end,
        bank_name = case when area.bank_name is not null then staged.name end,
        is_named = true, named_on = ${dataDate}
    from ${named}`.execute(tx);
}

/** Villages known by their code alone. */
export async function selectUnnamed(tx: Tx, { source, officeId, batchId }: StagedAreas): Promise<string[]> {
  const { rows } = await sql<{ bankCode: string }>`
    select area.bank_code as "bankCode"
    from ${sql.table(source)} staged join registry.area on area.id = staged.area_id
    where staged.office_id = ${officeId} and staged.batch_id = ${batchId} and not area.is_named
    order by 1`.execute(tx);
  return rows.map((row) => row.bankCode);
}
