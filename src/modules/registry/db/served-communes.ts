import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { StagedAreas } from './staged-areas.ts';

/** The office serves the communes and the counter that its file names [RG1]. */
export async function insertServedCommunes(tx: Tx, staged: StagedAreas): Promise<void> {
  const { source, officeId, batchId, dataDate } = staged;
  await sql`
    insert into registry.office_service (office_id, commune_id, valid_from)
    select ${officeId}::uuid, staged.area_id, ${dataDate}
    from ${sql.table(source)} staged
    where staged.office_id = ${officeId} and staged.batch_id = ${batchId} and staged.kind in ('commune', 'counter')
      and not exists (select from registry.office_commune served
                      where served.office_id = ${officeId} and served.commune_id = staged.area_id
                        and (served.valid_to is null or served.valid_to >= ${dataDate}))
    on conflict (office_id, commune_id, valid_from) do update set valid_to = null, withdrawn_at = null`.execute(
    tx,
  );
}

/** A file older than any before tells that the office served its communes earlier: the row from then takes the place. */
export async function extendService(tx: Tx, staged: StagedAreas & { readonly at: Date }): Promise<void> {
  const { source, officeId, batchId, dataDate, at } = staged;
  await sql`
    insert into registry.office_service (office_id, commune_id, valid_from, valid_to)
    select distinct on (served.commune_id) ${officeId}::uuid, served.commune_id, ${dataDate}::date, served.valid_to
    from registry.office_commune served
    join ${sql.table(source)} staged on staged.area_id = served.commune_id
      and staged.office_id = ${officeId} and staged.batch_id = ${batchId}
    where served.office_id = ${officeId} and not exists (
      select from registry.office_commune earlier
      where earlier.office_id = ${officeId} and earlier.commune_id = served.commune_id
        and earlier.valid_from <= ${dataDate})
    order by served.commune_id, served.valid_from
    on conflict (office_id, commune_id, valid_from) do update
      set valid_to = excluded.valid_to, withdrawn_at = null`.execute(tx);
  await sql`
    update registry.office_service later set withdrawn_at = ${at}
    from registry.office_commune since
    join ${sql.table(source)} staged on staged.area_id = since.commune_id
      and staged.office_id = ${officeId} and staged.batch_id = ${batchId}
    where since.office_id = ${officeId} and since.valid_from = ${dataDate}
      and later.office_id = ${officeId} and later.commune_id = since.commune_id and later.withdrawn_at is null
      and later.valid_from > since.valid_from and later.valid_to is not distinct from since.valid_to`.execute(
    tx,
  );
}

/** A batch whose figures are shown, by its version of a date. */
export type StandingBatch = { readonly batchId: Id; readonly dataDate: BusinessDate };

/** What is left of an office's files when one of them is undone. */
export type AreaWithdrawal = StagedAreas & {
  /** The office's batches that still stand, the older date first and the earlier version first. */
  readonly standing: readonly StandingBatch[];
  readonly at: Date;
};

/** A relation of `batch_id, data_date, place`: the batches that stand, in their order. */
const standingBatches = (standing: readonly StandingBatch[]) => sql`
  unnest(${standing.map((one) => one.batchId)}::uuid[], ${standing.map((one) => one.dataDate)}::date[])
    with ordinality as standing (batch_id, data_date, place)`;

/**
 * The office served what the undone file named from the first date whose file still names it; where none does, no longer.
 * Service that other files told from an earlier day is not touched [RG1].
 */
export async function withdrawService(tx: Tx, withdrawal: AreaWithdrawal): Promise<void> {
  const { source, officeId, batchId, dataDate, standing, at } = withdrawal;
  const told = sql`
    told as (
      select named.area_id, min(standing.data_date) as first_on
      from ${standingBatches(standing)}
      join ${sql.table(source)} named on named.office_id = ${officeId} and named.batch_id = standing.batch_id
      group by named.area_id),
    undone as (
      select undone.area_id, told.first_on from ${sql.table(source)} undone
      left join told on told.area_id = undone.area_id
      where undone.office_id = ${officeId} and undone.batch_id = ${batchId} and undone.kind in ('commune', 'counter'))`;
  await sql`
    with ${told}
    update registry.office_service served set withdrawn_at = ${at}
    from undone
    where served.office_id = ${officeId} and served.commune_id = undone.area_id and served.valid_from = ${dataDate}
      and served.withdrawn_at is null and undone.first_on is distinct from ${dataDate}::date`.execute(tx);
  await sql`
    with ${told}
    insert into registry.office_service (office_id, commune_id, valid_from)
    select ${officeId}::uuid, undone.area_id, undone.first_on from undone
    where undone.first_on is not null and not exists (
      select from registry.office_commune served
      where served.office_id = ${officeId} and served.commune_id = undone.area_id)
    on conflict (office_id, commune_id, valid_from) do update set valid_to = null, withdrawn_at = null`.execute(
    tx,
  );
}

/**
 * Areas are called again as the files that stand call them [RG4]. An area that only the undone file named keeps that name
 * until another does: a name is better than none, and the area itself stays where people's entries refer to it.
 */
export async function renameAreasBack(tx: Tx, withdrawal: AreaWithdrawal): Promise<void> {
  const { source, officeId, batchId, dataDate, standing } = withdrawal;
  const newest = (until: BusinessDate | null) => sql`
    newest as (
      select distinct on (named.area_id) named.area_id, named.name, standing.data_date
      from ${standingBatches(standing)}
      join ${sql.table(source)} named on named.office_id = ${officeId} and named.batch_id = standing.batch_id
      join ${sql.table(source)} undone on undone.office_id = ${officeId} and undone.batch_id = ${batchId}
        and undone.area_id = named.area_id
      where named.name is not null and (${until}::date is null or standing.data_date <= ${until}::date)
      order by named.area_id, standing.place desc)`;
  await sql`
    with ${newest(dataDate)}
    update registry.area_name known set name = newest.name from newest
    where known.area_id = newest.area_id and known.valid_from = ${dataDate} and known.name <> newest.name`.execute(
    tx,
  );
  await sql`
    with ${newest(null)}
    update registry.area
    set name = case when area.bank_name is null then newest.name else area.name end,
        bank_name = case when area.bank_name is not null then newest.name end,
        named_on = newest.data_date
    from newest where area.id = newest.area_id and area.named_on = ${dataDate}`.execute(tx);
}
