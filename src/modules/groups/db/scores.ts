import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Grade } from '../domain/grade.ts';

/** The score of a group at a data date, as the command line tells it. */
export type GroupScore = { readonly group: string; readonly total: number; readonly grade: Grade };

/** The scores of communes at a data date, by group code; empty when that date has none. */
export async function listScores(
  tx: Tx,
  { communeIds, dataDate }: { communeIds: readonly Id[]; dataDate: BusinessDate },
): Promise<GroupScore[]> {
  const { rows } = await sql<GroupScore>`
    select group_code as "group", total_points as total, grade
    from groups.current_score
    where commune_id = any (${[...communeIds]}::uuid[]) and data_date = ${dataDate}
    order by group_code`.execute(tx);
  return rows;
}

/** The six items of a month with total and grade. */
export type ScoreRow = {
  readonly dataDate: BusinessDate;
  readonly attendancePoints: number;
  readonly overduePoints: number;
  readonly principalPoints: number;
  readonly interestPoints: number;
  readonly saversPoints: number;
  readonly savingsGrowthPoints: number;
  readonly totalPoints: number;
  readonly grade: Grade;
  readonly gradeFrom: 'file' | 'computed';
};

const MOST_MONTHS = 24;

/** The scores of a group, newest first, 24 months at most. */
export async function selectScores(tx: Tx, communeId: Id, groupCode: string): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    select data_date as "dataDate", attendance_points as "attendancePoints", overdue_points as "overduePoints",
           principal_points as "principalPoints", interest_points as "interestPoints", savers_points as "saversPoints",
           savings_growth_points as "savingsGrowthPoints", total_points as "totalPoints", grade, grade_from as "gradeFrom"
    from groups.current_score
    where commune_id = ${communeId} and group_code = ${groupCode}
    order by data_date desc limit ${MOST_MONTHS}`.execute(tx);
  return rows;
}
