import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectAgendaTemplate } from './db/agenda-templates.ts';
import { type AgendaDraft, STANDARD_AGENDA } from './domain/agenda.ts';

/** The office asked for, or the caller's only one; undefined where neither tells, or it is not the caller's. */
export function theOnlyOffice(scope: Caller['scope'], asked?: Id): Id | undefined {
  if (asked !== undefined) return scope.officeIds.find((officeId) => officeId === asked);
  return scope.officeIds.length === 1 ? scope.officeIds[0] : undefined;
}

/** The agenda that a briefing prepared on a day begins with: the caller's office's own, else the product's [GV40]. */
export async function agendaToBeginWith(
  { tx, caller }: HandlerContext,
  on: BusinessDate,
): Promise<readonly AgendaDraft[]> {
  const template = await selectAgendaTemplate(tx, { officeIds: caller.scope.officeIds, on });
  return template?.items ?? STANDARD_AGENDA;
}
