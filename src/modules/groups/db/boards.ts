import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Grade } from '../domain/grade.ts';
import { MOST_GROUPS } from './groups.ts';

/** A group as an office: who leads it and where, in people's words before the bank's [GR6]; nothing of members and scores. */
export type GroupBoard = {
  readonly groupCode: string;
  readonly leaderName: string;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly associationCode: string;
  readonly pointCode: string | null;
};

/** The groups of a commune by code, as far as the scope shows them. */
export async function groupBoards(tx: Tx, communeId: Id): Promise<GroupBoard[]> {
  const { rows } = await sql<GroupBoard>`
    select known.group_code as "groupCode", coalesce(entered.leader_name, known.leader_name) as "leaderName",
           known.village_code as "villageCode", known.association_code as "associationCode", known.point_code as "pointCode",
           coalesce(entered.village_name, (
             select area.name from registry.area where area.kind = 'village' and area.bank_code = known.village_code
             order by area.valid_from desc limit 1)) as "villageName"
    from groups.savings_group known
    left join (
      select group_code, max(value) filter (where field = 'leader_name') as leader_name,
             max(value) filter (where field = 'village_name') as village_name
      from groups.group_entry where commune_id = ${communeId} and withdrawn_at is null group by group_code
    ) entered on entered.group_code = known.group_code
    where known.commune_id = ${communeId}
    order by known.group_code limit ${MOST_GROUPS}`.execute(tx);
  return rows;
}

/** The newest grade up to a data date of each group of a commune that has one by then, by group code, as the list shows it. */
export async function groupGrades(
  tx: Tx,
  { communeId, upTo }: { readonly communeId: Id; readonly upTo: BusinessDate },
): Promise<Map<string, Grade>> {
  const { rows } = await sql<{ groupCode: string; grade: Grade }>`
    select distinct on (group_code) group_code as "groupCode", grade from groups.current_score
    where commune_id = ${communeId} and data_date <= ${upTo} order by group_code, data_date desc`.execute(tx);
  return new Map(rows.map(({ groupCode, grade }) => [groupCode, grade]));
}
