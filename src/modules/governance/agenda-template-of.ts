import type { BusinessDate } from '../../kernel/dates.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { selectAgendaTemplate } from './db/agenda-templates.ts';
import { type AgendaDraft, STANDARD_AGENDA } from './domain/agenda.ts';

/** The agenda that a briefing prepared on a day begins with: the caller's office's own, else the product's [GV40]. */
export async function agendaToBeginWith(
  { tx, caller }: HandlerContext,
  on: BusinessDate,
): Promise<readonly AgendaDraft[]> {
  const template = await selectAgendaTemplate(tx, { officeIds: caller.scope.officeIds, on });
  return template?.items ?? STANDARD_AGENDA;
}
