import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/moment.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { enteredNumbers } from '../registry/index.ts';
import type { DirectiveRow } from './db/directives.ts';
import type { TaskRow } from './db/tasks.ts';
import type { FigureFinding } from './domain/task-figures.ts';
import { inWholeCommune } from './find-difficulties.ts';

/** What of a task tells whose number may answer it. */
type OfHousehold = Pick<TaskRow, 'id' | 'directiveId' | 'householdId'>;

/**
 * Of tasks from difficulties about a household, that its file has got a number since [GV243], by task. What was difficult stands in words
 * alone, so that a number contradicts no report. Whoever reads the task is told, also who does not read the household: what is told is the
 * day, not the number.
 *
 * @param on until the end of this day; without one all that was entered
 */
export async function numbersOfHouseholds(
  context: Pick<HandlerContext, 'tx' | 'caller'>,
  communeId: Id,
  {
    tasks,
    directives,
    on,
  }: {
    readonly tasks: readonly OfHousehold[];
    readonly directives: ReadonlyMap<Id, Pick<DirectiveRow, 'difficultyId' | 'givenOn'>>;
    readonly on: BusinessDate | undefined;
  },
): Promise<Map<Id, FigureFinding>> {
  const asked = tasks.flatMap(({ id, directiveId, householdId }) => {
    const directive = directives.get(directiveId);
    if (!directive || directive.difficultyId === null || householdId === null) return [];
    return [{ id, householdId, givenOn: directive.givenOn }];
  });
  const householdIds = [...new Set(asked.map(({ householdId }) => householdId))];
  const entered = await inWholeCommune(context, () =>
    enteredNumbers(context.tx, { communeId, householdIds }),
  );
  const numbers = entered.map(({ householdId, enteredAt }) => ({
    householdId,
    enteredOn: dayInVietnam(enteredAt),
  }));
  return new Map(
    asked.flatMap(({ id, householdId, givenOn }) => {
      const since = numbers.find(
        (one) =>
          one.householdId === householdId &&
          one.enteredOn >= givenOn &&
          (on === undefined || one.enteredOn <= on),
      );
      return since === undefined ? [] : [[id, findNumber(givenOn, since.enteredOn)] as const];
    }),
  );
}

function findNumber(fromDate: BusinessDate, enteredOn: BusinessDate): FigureFinding {
  const sentence = `Hồ sơ hộ đã có số gọi được, ghi ngày ${formatDate(enteredOn)}.`;
  return { fromDate, toDate: null, verdict: 'unknown', sentence, beforeVnd: null, nowVnd: null };
}
