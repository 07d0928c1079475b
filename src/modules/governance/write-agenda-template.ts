import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { officeMeant } from '../../platform/caller.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import type { writeAgendaTemplate as operation } from './contract.ts';
import {
  type AgendaTemplateRow,
  insertAgendaTemplate,
  selectWrittenTemplate,
} from './db/agenda-templates.ts';
import { canonicalText } from './domain/minutes.ts';
import { noteOffice } from './papers/in-office.ts';

/**
 * Writes an office's template from a day on [GV40]: the rows before it stay, briefings that stand keep their agenda. Sent twice
 * under one id it stands once, whichever day it is by then.
 */
export const writeAgendaTemplate: Handler<typeof operation> = async (
  { officeId: asked, templateId, validFrom, items },
  context,
) => {
  const { tx, caller, clock } = context;
  const officeId = officeMeant(caller.scope, asked);
  if (officeId === undefined) return refuse('notFound');
  const key = { officeId, id: templateId };
  const today = clock.today();
  if (validFrom < today && (await selectWrittenTemplate(tx, key)) === undefined)
    return refuse('templateInThePast', { validFrom: formatDate(validFrom), today: formatDate(today) });
  await insertAgendaTemplate(tx, {
    ...key,
    validFrom,
    items,
    writtenBy: caller.userId,
    writtenByName: await callerName(context),
    writtenAt: clock.now(),
  });
  const standing = await selectWrittenTemplate(tx, key);
  if (contentOf(standing) !== contentOf({ validFrom, items })) return refuse('idTaken');
  noteOffice(context, { office: officeId, agendaTemplate: templateId, validFrom });
  return {};
};

/** What a template says, to be compared: the database keeps the fields of an item in an order of its own. */
function contentOf(template: Pick<AgendaTemplateRow, 'validFrom' | 'items'> | undefined): string {
  return canonicalText({ validFrom: template?.validFrom, items: template?.items });
}
