import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { GradeBands } from '../domain/grade.ts';

/** Groups or scores waiting to be accepted: the rows of one batch in the caller's relation. */
export type StagedRows = {
  readonly source: string;
  readonly communeIds: readonly Id[];
  readonly batchId: Id;
  readonly dataDate: BusinessDate;
  readonly versionId: Id;
};

/** `uuid[]` of communes, bound. */
const idArray = (ids: readonly Id[]) => sql`${[...ids]}::uuid[]`;

/** Notes the version as accepted in each commune; the second of the two doors finds it there. */
export async function noteVersion(tx: Tx, { communeIds, versionId, dataDate }: StagedRows): Promise<void> {
  await sql`
    insert into groups.bank_version (commune_id, version_id, data_date)
    select commune.id, ${versionId}::uuid, ${dataDate}::date from unnest(${idArray(communeIds)}) commune (id)
    on conflict (commune_id, version_id) do nothing`.execute(tx);
}

/** What the batch says of each group. */
export async function insertRecords(tx: Tx, staged: StagedRows): Promise<void> {
  await sql`
    insert into groups.group_record
      (commune_id, data_date, version_id, group_code, leader_name, leader_born_on, leader_born_year, leader_phone,
       deputy_customer_code, deputy_name, village_code, association_code, group_type, status, point_code, point_name)
    select commune_id, ${staged.dataDate}::date, ${staged.versionId}::uuid, group_code, leader_name, leader_born_on,
           coalesce(leader_born_year, extract(year from leader_born_on)::smallint), leader_phone,
           deputy_customer_code, deputy_name, village_code, association_code, group_type, status, point_code, point_name
    from ${sql.table(staged.source)} staged
    where staged.batch_id = ${staged.batchId} and staged.commune_id = any (${idArray(staged.communeIds)})`.execute(
    tx,
  );
}

/**
 * Scores with their grade, computed from the total where the export lost it [GR4]. The groups are taken aside first and
 * joined fully: no statistics are there in the transaction that brought them, and the planner would look through all of
 * them for every score; a full join is always hashed or merged. The last condition, which a group without a score
 * fails, must stay one that the planner cannot take for a left join.
 */
export async function insertScores(
  tx: Tx,
  staged: StagedRows & { readonly gradeBands: GradeBands },
): Promise<void> {
  const { goodFromPoints, fairFromPoints, averageFromPoints } = staged.gradeBands;
  await sql`
    with known as materialized (
      select commune_id, group_code, village_code, association_code from groups.savings_group
      where commune_id = any (${idArray(staged.communeIds)}))
    insert into groups.group_score
      (commune_id, data_date, version_id, group_code, village_code, association_code, attendance_points,
       overdue_points, principal_points, interest_points, savers_points, savings_growth_points, total_points,
       grade, grade_from)
    select staged.commune_id, ${staged.dataDate}::date, ${staged.versionId}::uuid, staged.group_code,
           coalesce(known.village_code, ''), coalesce(known.association_code, ''), attendance_points, overdue_points,
           principal_points, interest_points, savers_points, savings_growth_points, total_points,
           coalesce(nullif(staged.grade, ''),
             case when total_points >= ${goodFromPoints}::integer then 'Tốt' when total_points >= ${fairFromPoints}::integer then 'Khá'
                  when total_points >= ${averageFromPoints}::integer then 'Trung bình' else 'Yếu' end),
           case when coalesce(staged.grade, '') = '' then 'computed' else 'file' end
    from (
      select * from ${sql.table(staged.source)}
      where batch_id = ${staged.batchId} and commune_id = any (${idArray(staged.communeIds)})
    ) staged
    full join known on known.commune_id = staged.commune_id and known.group_code = staged.group_code
    where coalesce(staged.group_code, '') <> ''`.execute(tx);
}

/** Takes a version out of account; its rows stay as they are. */
export async function withdrawVersion(
  tx: Tx,
  { versionId, communeIds, at }: { versionId: Id; communeIds: readonly Id[]; at: Date },
): Promise<void> {
  await sql`
    update groups.bank_version set withdrawn_at = ${at}
    where version_id = ${versionId} and commune_id = any (${idArray(communeIds)}) and withdrawn_at is null`.execute(
    tx,
  );
}

/** Entries repeat village and association of their group, so that a narrowed scope holds for them too. */
export async function repeatCodes(tx: Tx, communeIds: readonly Id[]): Promise<void> {
  await sql`
    update groups.group_entry entry
    set village_code = known.village_code, association_code = known.association_code
    from groups.savings_group known
    where entry.commune_id = any (${idArray(communeIds)}) and known.commune_id = entry.commune_id
      and known.group_code = entry.group_code
      and (entry.village_code, entry.association_code) is distinct from (known.village_code, known.association_code)`.execute(
    tx,
  );
}
