import { refuse } from '../../kernel/refusal.ts';
import { officeMeant } from '../../platform/caller.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { showAgendaTemplate as operation } from './contract.ts';
import {
  type AgendaTemplateRow,
  selectAgendaTemplate,
  selectComingTemplates,
} from './db/agenda-templates.ts';
import { STANDARD_AGENDA } from './domain/agenda.ts';

/** What a briefing prepared today would begin with [GV40], and what those of later days will [GV170]. */
export const showAgendaTemplate: Handler<typeof operation> = async (
  { officeId: asked },
  { tx, caller, clock },
) => {
  const officeId = officeMeant(caller.scope, asked);
  if (officeId === undefined) return refuse('notFound');
  const today = clock.today();
  const template = await selectAgendaTemplate(tx, { officeIds: [officeId], on: today });
  const coming = await selectComingTemplates(tx, { officeId, after: today });
  return {
    today,
    items: [...(template?.items ?? STANDARD_AGENDA)],
    written: template ? writtenOf(template) : null,
    coming: coming.map((one) => ({ ...writtenOf(one), items: [...one.items] })),
  };
};

function writtenOf({ validFrom, writtenByName: byName }: AgendaTemplateRow) {
  return { validFrom, byName };
}
