import { daysBetween } from '../../kernel/dates.ts';
import type { GroupRow } from './db/groups.ts';
import type { GroupRules } from './read-group-rules.ts';

/**
 * A group as the answers have it: what people entered in place of the bank's word [GR6], movement against the score
 * before [GR3], whether that score is old [GR8], places left and whether it is too small by the dated rules [GR5].
 */
export function summariseGroup(row: GroupRow, memberCount: number, rules: GroupRules) {
  const { leaderBornYear: _, leaderPhone: __, deputyPhone: ___, entered, ...group } = row;
  const { scoreDate, totalPoints, grade, gradeFrom, previousPoints, previousGrade, ...told } = group;
  const score =
    scoreDate === null || totalPoints === null || grade === null || gradeFrom === null
      ? null
      : {
          dataDate: scoreDate,
          totalPoints,
          grade,
          gradeFrom,
          movementPoints: previousPoints === null ? null : totalPoints - previousPoints,
          previousGrade,
          isStale: daysBetween(scoreDate, rules.onDate) > rules.scoreFreshDays,
        };
  return {
    ...told,
    leaderName: entered.leader_name ?? row.leaderName,
    deputyName: entered.deputy_name ?? row.deputyName,
    villageName: entered.village_name ?? row.villageName,
    pointName: entered.point_name ?? row.pointName,
    memberCount,
    placesLeft: rules.membersMost - memberCount,
    isTooSmall: memberCount < rules.membersLeast,
    score,
  };
}
