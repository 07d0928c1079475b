import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import {
  insertRecords,
  insertScores,
  noteVersion,
  repeatCodes,
  withdrawVersion,
} from './db/staged-groups.ts';
import type { GradeBands } from './domain/grade.ts';

/** What a batch's groups, or scores, are accepted from. */
export type GroupAcceptance = {
  /**
   * `schema.table` of the caller, a constant. Groups: `commune_id, batch_id, group_code, leader_name, leader_born_on,
   * leader_born_year, leader_phone, deputy_customer_code, deputy_name, village_code, association_code, group_type,
   * status, point_code, point_name`. Scores: `commune_id, batch_id, group_code, attendance_points, overdue_points,
   * principal_points, interest_points, savers_points, savings_growth_points, total_points, grade` (null when lost).
   */
  readonly source: string;
  readonly communeIds: readonly Id[];
  readonly batchId: Id;
  readonly dataDate: BusinessDate;
  /** Version 7, so that of two versions of one date the later sorts last. */
  readonly versionId: Id;
};

/** Accepts the groups of a batch as a version of a data date, in the caller's transaction [GR1]. */
export async function acceptGroups(tx: Tx, acceptance: GroupAcceptance): Promise<void> {
  await noteVersion(tx, acceptance);
  await insertRecords(tx, acceptance);
  await repeatCodes(tx, acceptance.communeIds);
}

/**
 * Accepts the scores of a batch, after its groups [GR3, GR4]. A batch without the scores' file is accepted too, with
 * no rows: then that date has no scores, even where a version before it had.
 */
export async function acceptScores(
  tx: Tx,
  acceptance: GroupAcceptance & { readonly gradeBands: GradeBands },
): Promise<void> {
  await noteVersion(tx, acceptance);
  await insertScores(tx, acceptance);
}

/** Undoes both: the version's rows stay but no longer count; the version before is shown again [GR2]. */
export async function withdrawGroups(
  tx: Tx,
  withdrawal: { readonly versionId: Id; readonly communeIds: readonly Id[]; readonly at: Date },
): Promise<void> {
  await withdrawVersion(tx, withdrawal);
  await repeatCodes(tx, withdrawal.communeIds);
}
