import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showDirective as operation } from './contract.ts';
import { selectDirective } from './db/directives.ts';
import { selectTasksOf } from './db/tasks.ts';
import { countTasks } from './domain/task.ts';
import { directiveShown, taskShown } from './task-shown.ts';
import { tasksWithFigures } from './tasks-with-figures.ts';

/** A directive with all its tasks, each with what the figures say [GV44]. */
export const showDirective: Handler<typeof operation> = async ({ communeId, directiveId }, context) => {
  const { tx, clock } = context;
  const directive = await selectDirective(tx, communeId, directiveId);
  if (!directive) return refuse('notFound');
  const today = clock.today();
  const rows = await selectTasksOf(tx, communeId, [directiveId]);
  const directives = new Map([[directiveId, directive]]);
  const shown = rows.map((task) => taskShown(task, directive, today));
  return {
    ...directiveShown(directive),
    today,
    counts: countTasks(rows, today),
    tasks: await tasksWithFigures(context, communeId, { rows, directives, shown }),
  };
};
