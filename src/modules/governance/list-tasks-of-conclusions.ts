import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listTasksOfConclusions as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { selectDirectivesOfBriefing } from './db/directives.ts';
import { selectTasksOf } from './db/tasks.ts';
import { taskShown } from './task-shown.ts';
import { tasksWithFigures } from './tasks-with-figures.ts';

/** The tasks of a closed briefing's conclusions as they stand today, each with what the figures say [GV31], [GV44]. */
export const listTasksOfConclusions: Handler<typeof operation> = async (
  { communeId, briefingId },
  context,
) => {
  const { tx, clock } = context;
  if (!(await selectBriefing(tx, communeId, briefingId))) return refuse('notFound');
  const today = clock.today();
  const made = await selectDirectivesOfBriefing(tx, communeId, briefingId);
  const directives = new Map(made.map((directive) => [directive.id, directive]));
  const rows = await selectTasksOf(tx, communeId, [...directives.keys()]);
  const shown = rows.flatMap((task) => {
    const directive = directives.get(task.directiveId);
    return directive === undefined ? [] : [taskShown(task, directive, today)];
  });
  const tasks = await tasksWithFigures(context, communeId, { rows, directives, shown });
  const handedOn = new Set(rows.flatMap(({ id, handedFrom }) => (handedFrom === null ? [] : [id])));
  return {
    today,
    tasks: tasks.flatMap((task) => {
      const conclusionId = directives.get(task.directiveId)?.conclusionId ?? null;
      return conclusionId === null ? [] : [{ ...task, conclusionId, isHandedOn: handedOn.has(task.taskId) }];
    }),
  };
};
