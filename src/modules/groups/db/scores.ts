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
