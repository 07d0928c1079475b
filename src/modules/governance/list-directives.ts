import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listDirectives as operation } from './contract.ts';
import { selectDirectives } from './db/directives.ts';
import { selectTasksOf } from './db/tasks.ts';
import { countTasks } from './domain/task.ts';
import { readPlace } from './task-pages.ts';
import { directiveShown } from './task-shown.ts';

const PAGE = 30;

/** Directives of a commune, latest first, each with what came of it [GV38]. */
export const listDirectives: Handler<typeof operation> = async (
  { communeId, cursor },
  { tx, caller, clock },
) => {
  if (!caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const place = cursor === undefined ? null : readPlace(cursor);
  if (place === undefined) return refuse('cursorInvalid');
  const after = place && { givenOn: place.dueOn, id: place.id };
  const found = await selectDirectives(tx, { communeId, after, limit: PAGE + 1 });
  const page = found.slice(0, PAGE);
  const tasks = await selectTasksOf(
    tx,
    communeId,
    page.map(({ id }) => id),
  );
  const today = clock.today();
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    today,
    directives: page.map((row) => ({
      ...directiveShown(row),
      counts: countTasks(
        tasks.filter(({ directiveId }) => directiveId === row.id),
        today,
      ),
    })),
    next: last ? `${last.givenOn}.${last.id}` : null,
  };
};
