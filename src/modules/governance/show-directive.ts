import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showDirective as operation } from './contract.ts';
import { selectDirective } from './db/directives.ts';
import { selectTasksOf } from './db/tasks.ts';
import { countTasks } from './domain/task.ts';
import { directiveShown, taskShown } from './task-shown.ts';

/** A directive with all its tasks. */
export const showDirective: Handler<typeof operation> = async ({ communeId, directiveId }, { tx, clock }) => {
  const directive = await selectDirective(tx, communeId, directiveId);
  if (!directive) return refuse('notFound');
  const today = clock.today();
  const tasks = await selectTasksOf(tx, communeId, [directiveId]);
  return {
    ...directiveShown(directive),
    today,
    counts: countTasks(tasks, today),
    tasks: tasks.map((task) => taskShown(task, directive, today)),
  };
};
