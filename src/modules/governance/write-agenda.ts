import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeAgenda as operation } from './contract.ts';
import { markAgendaWritten, writeAgenda as saveAgenda, selectAgenda } from './db/agenda.ts';
import { judgeTold, sameAgenda } from './domain/told-at-once.ts';

/** Writes the agenda anew, in the order given [GV2]; refused where another was written since the one the person saw [GV89]. */
export const writeAgenda: Handler<typeof operation> = async (
  { items: written, baseVersion, ...within },
  context,
) =>
  changeBriefing(context, within, async (briefing) => {
    const { tx } = context;
    const items = written.map(({ itemId, note = null, ...item }) => ({ ...item, note, id: itemId }));
    const standing = await selectAgenda(tx, within.communeId, within.briefingId);
    const version = briefing.agendaVersion;
    const outcome = judgeTold({ version, baseVersion, isSame: sameAgenda(standing, items) });
    const subject = { agendaItems: items.length, outcome };
    if (outcome === 'stale')
      return refuse('agendaChanged', { by: briefing.agendaWrittenByName ?? 'Người khác' });
    if (outcome === 'unchanged') return { answer: {}, subject };
    if (!(await saveAgenda(tx, within, items))) return refuse('idTaken');
    await markAgendaWritten(tx, { ...within, byName: await callerName(context) });
    return { answer: {}, subject };
  });
