import { randomBytes } from 'node:crypto';
import { type BusinessDate, day } from '../../../kernel/dates.ts';
import { type Id, uuidV7 } from '../../../kernel/ids.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { acceptGroups, acceptScores } from '../index.ts';

let moment = Date.UTC(2026, 10, 3);

/** Ids for tests: each later than the one before, as those of versions must be. */
const nextId = (): Id => uuidV7(moment++, randomBytes(10));

/** A group as a batch stages it; sample data. */
export type StagedGroup = {
  groupCode: string;
  leaderName: string;
  leaderPhone: string | null;
  deputyName: string | null;
  villageCode: string;
  associationCode: string;
  /** False in a batch without the leaders' file: the group is known from its loans alone. */
  isTold: boolean;
};

/** A score as a batch stages it: the six items add up to the total. */
export type StagedScore = { groupCode: string; totalPoints: number; grade: string | null };

/** A sample group; name only what matters. */
export const stagedGroup = (overrides: Partial<StagedGroup> = {}): StagedGroup => ({
  groupCode: '0026000',
  leaderName: 'Trần Thị Tổ Mẫu',
  leaderPhone: '0912345678',
  deputyName: 'Lê Văn Phó Mẫu',
  villageCode: '54010101',
  associationCode: '11',
  isTold: true,
  ...overrides,
});

/** Stages groups and scores and accepts them as one version of a data date, as a publication does. */
export async function givenGroups(
  database: TestDatabase,
  {
    communeId,
    dataDate = day('2026-10-31'),
    groups = [stagedGroup()],
    scores = [],
  }: {
    communeId: Id;
    dataDate?: BusinessDate;
    groups?: readonly StagedGroup[];
    scores?: readonly StagedScore[];
  },
): Promise<{ versionId: Id }> {
  const [batchId, versionId] = [nextId(), nextId()];
  for (const group of groups)
    await database.owner.query(
      `insert into extracts.staged_group (commune_id, batch_id, group_code, new_group_id, leader_name, leader_born_year,
         leader_phone, deputy_name, village_code, association_code, group_type, status, point_code, point_name)
       values ($1, $2, $3, $4, $5, $10, $6, $7, $8, $9, '01', $11, $12, $13)`,
      [
        communeId,
        batchId,
        group.groupCode,
        nextId(),
        group.leaderName,
        ...(group.isTold ? [group.leaderPhone, group.deputyName] : [null, null]),
        group.villageCode,
        group.associationCode,
        ...(group.isTold ? [1975, 'A', 'TXN0000001', 'Điểm mẫu'] : [null, null, null, null]),
      ],
    );
  for (const score of scores)
    await database.owner.query(
      `insert into extracts.staged_score values ($1, $2, $3, $4, 0, 0, 0, 0, 0, $4, $5)`,
      [communeId, batchId, score.groupCode, score.totalPoints, score.grade],
    );
  const acceptance = { communeIds: [communeId], batchId, dataDate, versionId };
  const gradeBands = { goodFromPoints: 85, fairFromPoints: 70, averageFromPoints: 50 };
  await database.app.write({ communeIds: [communeId], officeIds: [], system: false }, async (tx) => {
    await acceptGroups(tx, { ...acceptance, source: 'extracts.staged_group' });
    await acceptScores(tx, { ...acceptance, source: 'extracts.staged_score', gradeBands });
  });
  return { versionId };
}
