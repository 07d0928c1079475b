import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeAgenda as operation } from './contract.ts';
import { writeAgenda as saveAgenda } from './db/briefings.ts';

/** Writes the agenda anew, in the order given [GV2]. */
export const writeAgenda: Handler<typeof operation> = async ({ items, ...within }, context) =>
  changeBriefing(context, within, async () => {
    const isWhole = await saveAgenda(
      context.tx,
      within,
      items.map(({ itemId, ...item }) => ({ ...item, id: itemId })),
    );
    return isWhole ? { answer: {}, subject: { agendaItems: items.length } } : refuse('idTaken');
  });
