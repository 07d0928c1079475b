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

type ShownTasks = {
  readonly rows: readonly TaskRow[];
  readonly directives: Directives;
  readonly shown: readonly z.output<typeof taskRow>[];
};

/** A page of tasks with their directives, and where the next one begins. */
export async function taskPage(
  context: Pick<HandlerContext, 'tx'>,
  choice: TaskChoice,
  cursor: string | undefined,
): Promise<(ShownTasks & { readonly next: string | null }) | Refusal<'cursorInvalid'>> {
  const after = cursor === undefined ? null : readPlace(cursor);
  if (after === undefined) return refuse('cursorInvalid');
  const found = await selectTasks(context.tx, choice, { after, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const next = last ? placeText({ on: last.dueOn, id: last.id }) : null;
  return { ...(await withDirectives(context, choice, rows)), next };
}

/** The first tasks of a choice with their directives, what is due first at the top. */
export async function firstTasks(
  context: Pick<HandlerContext, 'tx'>,
  choice: TaskChoice,
  limit: number,
): Promise<ShownTasks> {
  return withDirectives(context, choice, await selectTasks(context.tx, choice, { after: null, limit }));
}

async function withDirectives(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeIds, today }: TaskChoice,
  rows: readonly TaskRow[],
): Promise<ShownTasks> {
  const directives = await selectDirectivesById(
    tx,
    communeIds,
    rows.map(({ directiveId }) => directiveId),
  );
  const shown = rows.map((row) => {
    const directive = directives.get(row.directiveId);
    if (!directive) throw new Error('a task without its directive');
    return taskShown(row, directive, today);
  });
  return { rows, directives, shown };
}
