import { refuse } from '../../kernel/refusal.ts';
import { officeMeant } from '../../platform/caller.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showAgendaTemplate as operation } from './contract.ts';
import { selectAgendaTemplate } from './db/agenda-templates.ts';
import { STANDARD_AGENDA } from './domain/agenda.ts';

/** What a briefing prepared today would begin with [GV40]. */
export const showAgendaTemplate: Handler<typeof operation> = async (
  { officeId: asked },
  { tx, caller, clock },
) => {
  const officeId = officeMeant(caller.scope, asked);
  if (officeId === undefined) return refuse('notFound');
  const today = clock.today();
  const template = await selectAgendaTemplate(tx, { officeIds: [officeId], on: today });
  const written = template && { validFrom: template.validFrom, byName: template.writtenByName };
  return { today, items: [...(template?.items ?? STANDARD_AGENDA)], written: written ?? null };
};
