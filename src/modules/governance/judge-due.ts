import { addMonths, type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { ruleValues } from '../programmes/index.ts';

/** Refuses a day that is so far from the day on which the task is given that it is a slip rather than meant [GV94]. */
export async function judgeFarDue(
  { tx }: Pick<HandlerContext, 'tx'>,
  { dueOn, givenOn }: { readonly dueOn: BusinessDate; readonly givenOn: BusinessDate },
): Promise<Refusal<'dueTooFar'> | null> {
  const months = Number((await ruleValues(tx, givenOn)).of('taskDueMonths').value);
  const latest = addMonths(givenOn, months);
  return dueOn > latest
    ? refuse('dueTooFar', { dueOn: formatDate(dueOn), months, latest: formatDate(latest) })
    : null;
}
