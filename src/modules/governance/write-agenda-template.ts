import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { officeMeant } from '../../platform/caller.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import type { writeAgendaTemplate as operation } from './contract.ts';
import { insertAgendaTemplate } from './db/agenda-templates.ts';
import { noteOffice } from './papers/in-office.ts';

/** Writes an office's template from a day on [GV40]: the rows before it stay, briefings that stand keep their agenda. */
export const writeAgendaTemplate: Handler<typeof operation> = async (
  { officeId: asked, templateId, validFrom, items },
  context,
) => {
  const { tx, caller, clock } = context;
  const officeId = officeMeant(caller.scope, asked);
  if (officeId === undefined) return refuse('notFound');
  const today = clock.today();
  if (validFrom < today)
    return refuse('templateInThePast', { validFrom: formatDate(validFrom), today: formatDate(today) });
  await insertAgendaTemplate(tx, {
    officeId,
    id: templateId,
    validFrom,
    items,
    writtenBy: caller.userId,
    writtenByName: await callerName(context),
    writtenAt: clock.now(),
  });
  noteOffice(context, { office: officeId, agendaTemplate: templateId, validFrom });
  return {};
};
