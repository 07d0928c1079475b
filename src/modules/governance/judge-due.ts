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

/**
 * Refuses a day of doing that is as far before the task was given as no deadline may be after: what was done before it was asked for is
 * told with its own day, another year is a slip [GV131].
 */
export async function judgeLongDone(
  { tx }: Pick<HandlerContext, 'tx'>,
  { doneOn, givenOn }: { readonly doneOn: BusinessDate; readonly givenOn: BusinessDate },
): Promise<Refusal<'doneLongBefore'> | null> {
  const months = Number((await ruleValues(tx, givenOn)).of('taskDueMonths').value);
  const earliest = addMonths(givenOn, -months);
  return doneOn < earliest
    ? refuse('doneLongBefore', { doneOn: formatDate(doneOn), months, earliest: formatDate(earliest) })
    : null;
}
