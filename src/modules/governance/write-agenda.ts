import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeAgenda as operation } from './contract.ts';
import { markAgendaWritten, writeAgenda as saveAgenda, selectAgenda } from './db/agenda.ts';
import type { BriefingRow } from './db/briefings.ts';
import { sameAgenda } from './domain/told-at-once.ts';

/** Writes the agenda anew, in the order given [GV2]; refused where another was written since the one the person saw [GV89]. */
export const writeAgenda: Handler<typeof operation> = async (
  { items: written, baseVersion, ...within },
  context,
) => {
  const { tx } = context;
  const items = written.map(({ itemId, note = null, ...item }) => ({ ...item, note, id: itemId }));
  const subject = { agendaItems: items.length };
  const sentBefore = async () => {
    const standing = await selectAgenda(tx, within.communeId, within.briefingId);
    return sameAgenda(standing, items)
      ? { answer: {}, subject: { ...subject, outcome: 'unchanged' } }
      : undefined;
  };
  const write = async (briefing: BriefingRow) => {
    if (briefing.agendaVersion !== baseVersion)
      return refuse('agendaChanged', { by: briefing.agendaWrittenByName ?? 'Người khác' });
    if (!(await saveAgenda(tx, within, items))) return refuse('idTaken');
    await markAgendaWritten(tx, { ...within, byName: await callerName(context) });
    return { answer: {}, subject: { ...subject, outcome: 'applied' } };
  };
  return changeBriefing(context, within, write, sentBefore);
};
