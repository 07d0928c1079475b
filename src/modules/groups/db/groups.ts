import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { GroupMembers } from '../../registry/index.ts';
import type { Grade } from '../domain/grade.ts';
import type { GroupEntryField } from './entries.ts';

/** A group as last told by the bank, with its last two scores. */
export type GroupRow = {
  readonly communeId: Id;
  readonly groupCode: string;
  readonly leaderName: string;
  readonly leaderBornYear: number | null;
  readonly leaderPhone: string | null;
  readonly deputyName: string | null;
  readonly deputyPhone: string | null;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly associationCode: string;
  readonly groupType: string | null;
  readonly status: string | null;
  readonly pointCode: string | null;
  readonly pointName: string | null;
  readonly bankDataDate: BusinessDate;
  readonly boardDataDate: BusinessDate | null;
  readonly scoreDate: BusinessDate | null;
  readonly totalPoints: number | null;
  readonly grade: Grade | null;
  readonly gradeFrom: 'file' | 'computed' | null;
  readonly previousPoints: number | null;
  readonly previousGrade: Grade | null;
  /** What people entered and did not withdraw, by field; all else of the row is the bank's word. */
  readonly entered: Readonly<Partial<Record<GroupEntryField, string>>>;
};

/** Which groups: those of communes, or one of them; scores at or before a day. */
export type GroupChoice = {
  readonly communeIds: readonly Id[];
  readonly groupCode?: string;
  readonly dataDate: BusinessDate | undefined;
};

/** So many groups one answer holds: a large office has 600. One more is read, to tell that it was cut. */
export const MOST_GROUPS = 2_000;

/** The groups of communes by code. The deputy's phone is that of the customer the deputy is. */
export async function selectGroups(
  tx: Tx,
  { communeIds, groupCode, dataDate }: GroupChoice,
): Promise<GroupRow[]> {
  const communes = sql`${[...communeIds]}::uuid[]`;
  const one = sql`${groupCode ?? null}::text`;
  const { rows } = await sql<GroupRow>`
    with scored as (
      select commune_id, group_code, data_date, total_points, grade, grade_from,
             row_number() over (partition by commune_id, group_code order by data_date desc) as place
      from groups.current_score
      where commune_id = any (${communes}) and (${one} is null or group_code = ${one})
        and (${dataDate ?? null}::date is null or data_date <= ${dataDate ?? null}::date)),
    entered as (
      select commune_id, group_code, jsonb_object_agg(field, value) as fields from groups.group_entry
      where commune_id = any (${communes}) and (${one} is null or group_code = ${one}) and withdrawn_at is null
      group by commune_id, group_code)
    select known.commune_id as "communeId", known.group_code as "groupCode", known.leader_name as "leaderName",
           known.leader_born_year as "leaderBornYear", known.leader_phone as "leaderPhone",
           known.deputy_name as "deputyName", deputy.phone as "deputyPhone", known.village_code as "villageCode",
           (select area.name from registry.area where area.kind = 'village' and area.bank_code = known.village_code
            order by area.valid_from desc limit 1) as "villageName",
           known.association_code as "associationCode", known.group_type as "groupType", known.status,
           known.point_code as "pointCode", known.point_name as "pointName",
           known.bank_data_date as "bankDataDate",
           known.board_data_date as "boardDataDate",
           latest.data_date as "scoreDate", latest.total_points as "totalPoints", latest.grade,
           latest.grade_from as "gradeFrom", previous.total_points as "previousPoints", previous.grade as "previousGrade",
           coalesce(entered.fields, '{}') as entered
    from groups.savings_group known
    left join entered on entered.commune_id = known.commune_id and entered.group_code = known.group_code
    left join scored latest
      on latest.commune_id = known.commune_id and latest.group_code = known.group_code and latest.place = 1
    left join scored previous
      on previous.commune_id = known.commune_id and previous.group_code = known.group_code and previous.place = 2
    left join registry.customer deputy
      on deputy.commune_id = known.commune_id and deputy.customer_code = known.deputy_customer_code
    where known.commune_id = any (${communes}) and (${one} is null or known.group_code = ${one})
    order by known.group_code, known.commune_id
    limit ${MOST_GROUPS + 1}`.execute(tx);
  return rows;
}

/** A customer in a group. */
export type MemberRow = {
  readonly personId: Id;
  readonly householdId: Id;
  readonly customerCode: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly isReachable: boolean;
};

/** Many times what a group may have by the rules: a file with a wrong code may still put more under it. */
const MOST_MEMBERS = 500;

/** Customers as the registry knows them now, at most {@link MOST_MEMBERS}; names are ordered by the kernel. */
export async function selectMembers(
  tx: Tx,
  { communeId, personIds }: Pick<GroupMembers, 'communeId' | 'personIds'>,
): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select person_id as "personId", household_id as "householdId", customer_code as "customerCode",
           full_name as "fullName", birth_year as "birthYear", is_reachable as "isReachable"
    from registry.customer
    where commune_id = ${communeId} and person_id = any (${[...personIds]}::uuid[])
    order by customer_code limit ${MOST_MEMBERS}`.execute(tx);
  return rows;
}
