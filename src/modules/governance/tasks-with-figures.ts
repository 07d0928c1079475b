import type { z } from 'zod';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectLastReports } from './db/task-events.ts';
import type { TaskRow } from './db/tasks.ts';
import { isContradicted } from './domain/task-figures.ts';
import type { taskRow, taskRowWithFigures } from './domain/task-shapes.ts';
import { type Directives, figuresOfTasks } from './figures-of-tasks.ts';
import { ownersNow } from './owners-now.ts';

/**
 * Puts beside tasks of one commune what the newest figures say, and whether that contradicts their reports [GV44], [GV45]; and who holds
 * their offices now [GV132].
 */
export async function tasksWithFigures(
  context: HandlerContext,
  communeId: Id,
  {
    rows,
    directives,
    shown,
  }: {
    readonly rows: readonly TaskRow[];
    readonly directives: Directives;
    readonly shown: readonly z.output<typeof taskRow>[];
  },
): Promise<z.output<typeof taskRowWithFigures>[]> {
  const figures = await figuresOfTasks(context, communeId, rows, { directives });
  const reports = await selectLastReports(
    context.tx,
    communeId,
    rows.map(({ id }) => id),
  );
  const ownerNow = await ownersNow(context, communeId, rows);
  return shown.map((task) => {
    const finding = figures.get(task.taskId) ?? null;
    const { outcome = null } = reports.get(task.taskId) ?? {};
    return {
      ...{ ...task, ownerNow: ownerNow(task), figures: finding },
      isContradicted: isContradicted(finding, { ...task, outcome }),
    };
  });
}
