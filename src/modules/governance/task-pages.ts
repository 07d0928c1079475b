import type { z } from 'zod';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectDirectivesById } from './db/directives.ts';
import { selectTasks, type TaskChoice, type TaskRow } from './db/tasks.ts';
import { placeText, readPlace } from './domain/page-place.ts';
import type { taskRow } from './domain/task-shapes.ts';
import type { Directives } from './figures-of-tasks.ts';
import { taskShown } from './task-shown.ts';

const PAGE = 50;

/** A page of tasks with their directives, and where the next one begins. */
export async function taskPage(
  { tx }: Pick<HandlerContext, 'tx'>,
  choice: TaskChoice,
  cursor: string | undefined,
): Promise<
  | {
      rows: TaskRow[];
      directives: Directives;
      shown: z.output<typeof taskRow>[];
      next: string | null;
    }
  | Refusal<'cursorInvalid'>
> {
  const after = cursor === undefined ? null : readPlace(cursor);
  if (after === undefined) return refuse('cursorInvalid');
  const found = await selectTasks(tx, choice, { after, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const directives = await selectDirectivesById(
    tx,
    choice.communeIds,
    rows.map(({ directiveId }) => directiveId),
  );
  const shown = rows.map((row) => {
    const directive = directives.get(row.directiveId);
    if (!directive) throw new Error('a task without its directive');
    return taskShown(row, directive, choice.today);
  });
  return { rows, directives, shown, next: last ? placeText({ on: last.dueOn, id: last.id }) : null };
}
