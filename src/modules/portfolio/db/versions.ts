import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Publishing } from './append-positions.ts';

/** One publication of a data date. */
export type DataVersion = {
  readonly id: Id;
  readonly officeId: Id;
  readonly dataDate: BusinessDate;
  readonly number: number;
  readonly batchId: Id;
  readonly publishedAt: Date;
  /** What its figures were made from. */
  readonly files: readonly SourceFile[];
};

/** A file that figures come from, as the source line names it. */
export type SourceFile = { readonly kind: string; readonly name: string; readonly rows: number | null };

const VERSION = sql`id, office_id as "officeId", data_date as "dataDate", number, batch_id as "batchId", published_at as "publishedAt", files`;

/** The number the next publication of a date will carry: undone numbers are not given again. */
export async function nextVersionNumber(tx: Tx, officeId: Id, dataDate: BusinessDate): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0) + 1 as number from portfolio.data_version
    where office_id = ${officeId} and data_date = ${dataDate}`.execute(tx);
  return rows[0]?.number ?? 1;
}

/** Records the version and sets the one before it aside. */
export async function insertVersion(
  tx: Tx,
  { officeId, versionId, versionNumber, dataDate, batchId }: Publishing,
  { at, by, files }: { at: Date; by: Id | null; files: readonly SourceFile[] },
): Promise<void> {
  await sql`
    update portfolio.data_version set state = 'superseded'
    where office_id = ${officeId} and data_date = ${dataDate} and state = 'published'`.execute(tx);
  await sql`
    insert into portfolio.data_version (office_id, id, data_date, number, batch_id, state, published_at, published_by,
      files)
    values (${officeId}, ${versionId}, ${dataDate}, ${versionNumber}, ${batchId}, 'published', ${at}, ${by},
      ${JSON.stringify(files)}::jsonb)`.execute(tx);
}

/** Makes the communes of the batch show the version; a commune that is not in it keeps what it showed. */
export async function showVersion(
  tx: Tx,
  { officeId, versionId, versionNumber, dataDate, communeIds }: Publishing,
  { at, files }: { at: Date; files: readonly SourceFile[] },
): Promise<void> {
  await sql`
    insert into portfolio.publication (commune_id, data_date, version_id, version_number, office_id, published_at, files)
    select commune_id, ${dataDate}::date, ${versionId}::uuid, ${versionNumber}::integer, ${officeId}::uuid, ${at}::timestamptz,
      ${JSON.stringify(files)}::jsonb
    from unnest(${[...communeIds]}::uuid[]) as commune (commune_id)
    on conflict (commune_id, data_date) do update set version_id = excluded.version_id,
      version_number = excluded.version_number, office_id = excluded.office_id, published_at = excluded.published_at,
      files = excluded.files`.execute(tx);
}

/** The version of a date that stands now; undefined when it has none. */
export async function standingVersion(
  tx: Tx,
  officeId: Id,
  dataDate: BusinessDate,
): Promise<DataVersion | undefined> {
  const { rows } = await sql<DataVersion>`
    select ${VERSION} from portfolio.data_version
    where office_id = ${officeId} and data_date = ${dataDate} and state = 'published'
    order by number desc limit 1`.execute(tx);
  return rows[0];
}

/** A later data date that was published after this version: it rests on it, so undo must begin there. */
export async function laterPublishedDate(tx: Tx, version: DataVersion): Promise<BusinessDate | undefined> {
  const { rows } = await sql<{ dataDate: BusinessDate }>`
    select data_date as "dataDate" from portfolio.data_version
    where office_id = ${version.officeId} and data_date > ${version.dataDate} and state = 'published'
      and published_at > ${version.publishedAt}
    order by data_date desc limit 1`.execute(tx);
  return rows[0]?.dataDate;
}

/** The newest version of the date below `number` that was not undone. */
export async function versionBefore(tx: Tx, version: DataVersion): Promise<DataVersion | undefined> {
  const { rows } = await sql<DataVersion>`
    select ${VERSION} from portfolio.data_version
    where office_id = ${version.officeId} and data_date = ${version.dataDate} and number < ${version.number}
      and state <> 'undone'
    order by number desc limit 1`.execute(tx);
  return rows[0];
}

/** Marks a version undone and the one before it as standing again. */
export async function markUndone(
  tx: Tx,
  version: DataVersion,
  { before, at, by }: { before: DataVersion | undefined; at: Date; by: Id | null },
): Promise<void> {
  await sql`
    update portfolio.data_version set state = 'undone', undone_at = ${at}, undone_by = ${by}
    where office_id = ${version.officeId} and id = ${version.id}`.execute(tx);
  if (before) {
    await sql`
      update portfolio.data_version set state = 'published'
      where office_id = ${before.officeId} and id = ${before.id}`.execute(tx);
  }
}

/**
 * Makes every commune that showed the undone version show what it showed before: the newest version of the date not
 * undone that has figures of it, or nothing. @returns the communes concerned
 */
export async function showVersionBefore(tx: Tx, version: DataVersion): Promise<Id[]> {
  const { rows } = await sql<{ communeId: Id }>`
    delete from portfolio.publication
    where version_id = ${version.id} and office_id = ${version.officeId} and data_date = ${version.dataDate}
    returning commune_id as "communeId"`.execute(tx);
  const communeIds = rows.map((row) => row.communeId);
  await sql`
    insert into portfolio.publication (commune_id, data_date, version_id, version_number, office_id, published_at, files)
    select distinct on (figure.commune_id) figure.commune_id, figure.data_date, before.id, before.number, before.office_id,
      before.published_at, before.files
    from portfolio.figure
    join portfolio.data_version before on before.id = figure.version_id and before.office_id = ${version.officeId}
    where figure.commune_id = any (${communeIds}::uuid[]) and figure.data_date = ${version.dataDate}
      and figure.dimension = 'total' and before.state <> 'undone'
    order by figure.commune_id, before.number desc`.execute(tx);
  return communeIds;
}

/** The batches whose figures any commune of the office shows and what they call it, the older date first and the earlier version first. */
export async function standingBatches(
  tx: Tx,
  officeId: Id,
): Promise<{ batchId: Id; dataDate: BusinessDate; officeName: string | null }[]> {
  const { rows } = await sql<{ batchId: Id; dataDate: BusinessDate; officeName: string | null }>`
    select version.batch_id as "batchId", version.data_date as "dataDate", batch.office_name as "officeName"
    from portfolio.data_version version
    join extracts.batch on batch.office_id = version.office_id and batch.id = version.batch_id
    where version.office_id = ${officeId} and version.state <> 'undone' and exists (
      select from portfolio.publication shown
      where shown.version_id = version.id and shown.data_date = version.data_date)
    order by version.data_date, version.number`.execute(tx);
  return rows;
}
