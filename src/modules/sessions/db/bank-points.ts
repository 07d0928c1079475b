import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { ToldPoint } from '../domain/bank-rows.ts';

/** A version of a data date, in the communes that it was published for. */
export type ToldVersion = {
  readonly communeIds: readonly Id[];
  /** Version 7, so that of two versions of one date the later sorts last. */
  readonly versionId: Id;
  readonly dataDate: BusinessDate;
};

const noted = ({ communeIds, versionId, dataDate }: ToldVersion) => sql`
  select commune.id, ${versionId}::uuid, ${dataDate}::date from unnest(${[...communeIds]}::uuid[]) commune (id)`;

/**
 * Keeps what a batch tells of points, from the groups it names (the shape `extracts.staged_group` publishes), as the word
 * of its version. A version that was withdrawn before its word came stays withdrawn.
 */
export async function keepToldPoints(tx: Tx, version: ToldVersion, batchId: Id): Promise<void> {
  const { communeIds, versionId } = version;
  await sql`
    insert into sessions.bank_version (commune_id, version_id, data_date) ${noted(version)}
    on conflict (commune_id, version_id) do nothing`.execute(tx);
  await sql`
    insert into sessions.told_point (commune_id, version_id, point_code, name, fixed_day, village_codes)
    select commune_id, ${versionId}::uuid, point_code, max(point_name), max(session_day),
           array_agg(distinct village_code order by village_code)
    from extracts.staged_group
    where commune_id = any (${[...communeIds]}::uuid[]) and batch_id = ${batchId}
      and point_code is not null and session_day is not null
    group by commune_id, point_code
    on conflict (commune_id, version_id, point_code) do nothing`.execute(tx);
}

/** Takes a version's word out of account, also where it has not been heard yet. */
export async function withdrawToldPoints(tx: Tx, version: ToldVersion, at: Date): Promise<void> {
  await sql`
    insert into sessions.bank_version (commune_id, version_id, data_date, withdrawn_at)
    select noted.*, ${at}::timestamptz from (${noted(version)}) noted
    on conflict (commune_id, version_id) do update set withdrawn_at = excluded.withdrawn_at
      where bank_version.withdrawn_at is null`.execute(tx);
}

/**
 * What the files tell of a commune's points, by date: of each data date the newest version that stands and names a
 * point. A version without the leaders' file says nothing of points.
 */
export async function readToldPoints(tx: Tx, communeId: Id): Promise<ToldPoint[]> {
  const { rows } = await sql<ToldPoint>`
    select point_code as "pointCode", name, fixed_day as "fixedDay", village_codes as "villageCodes",
           data_date as "dataDate"
    from (
      select told.*, version.data_date,
             rank() over (partition by version.data_date order by version.version_id desc) as place
      from sessions.told_point told
      join sessions.bank_version version
        on version.commune_id = told.commune_id and version.version_id = told.version_id
      where told.commune_id = ${communeId} and version.withdrawn_at is null
    ) heard
    where place = 1 order by data_date, point_code limit 20000`.execute(tx);
  return rows;
}
