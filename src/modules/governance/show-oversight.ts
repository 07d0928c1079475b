import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showOversight as operation } from './contract.ts';
import { countOversight } from './db/task-oversight.ts';
import { firstTasks } from './task-pages.ts';
import { tasksWithFigures } from './tasks-with-figures.ts';

/** As many as a first page names of what is late in its commune. */
const NAMED = 3;

/** What waits for bank and chair in all their communes, counted by one statement; of one commune the longest late besides [GV127]. */
export const showOversight: Handler<typeof operation> = async ({ communeId }, context) => {
  const { tx, caller, clock } = context;
  if (communeId !== undefined && !caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const today = clock.today();
  const communeIds = communeId === undefined ? caller.scope.communeIds : [communeId];
  const communes = await countOversight(tx, communeIds, today);
  const counts = {
    waiting: communes.reduce((sum, { waiting }) => sum + waiting, 0),
    late: communes.reduce((sum, { late }) => sum + late, 0),
  };
  const [only] = communeIds;
  if (only === undefined || communeIds.length > 1 || counts.late === 0)
    return { today, ...counts, communes, latest: [] };
  const longest = await firstTasks(context, { communeIds, today, state: 'late' }, NAMED);
  return { today, ...counts, communes, latest: await tasksWithFigures(context, only, longest) };
};
