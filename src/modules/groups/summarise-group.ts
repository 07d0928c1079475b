import type { GroupRow } from './db/groups.ts';

/** A group as the answers have it: movement against the score before [GR3], places left by the dated rule [GR5]. */
export function summariseGroup(row: GroupRow, membersMost: number) {
  const { leaderBornYear: _, leaderPhone: __, deputyPhone: ___, ...group } = row;
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
        };
  return { ...told, placesLeft: membersMost - row.memberCount, score };
}
