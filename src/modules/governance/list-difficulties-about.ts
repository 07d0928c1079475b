import type { Handler } from '../../platform/http/implement.ts';
import type { listDifficultiesAbout as operation } from './contract.ts';
import { selectBriefingsOfDifficulties } from './db/given-difficulties.ts';
import { findDifficulties } from './find-difficulties.ts';
import { difficultyShown } from './shown.ts';
import { tasksOfDifficulties } from './tasks-of-difficulties.ts';

/** What was difficult with a household, latest first, of what the caller reads [GV7], and what became of it [GV125]. */
export const listDifficultiesAbout: Handler<typeof operation> = async (
  { communeId, householdId },
  context,
) => {
  const rows = await findDifficulties(context, { communeId, householdId });
  const tasks = await tasksOfDifficulties(context, communeId, rows);
  const briefingIds = rows.flatMap(({ briefingId }) => (briefingId === null ? [] : [briefingId]));
  const briefings = await selectBriefingsOfDifficulties(context.tx, communeId, briefingIds);
  return {
    today: context.clock.today(),
    difficulties: rows.toReversed().map((row) => ({
      ...difficultyShown(row),
      briefing: row.briefingId === null ? null : (briefings.get(row.briefingId) ?? null),
      task: tasks.get(row.id) ?? null,
    })),
  };
};
