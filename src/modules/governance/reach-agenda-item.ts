import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { reachAgendaItem as operation } from './contract.ts';
import { markReached } from './db/agenda.ts';

/** The meeting has come to an item of its agenda. */
export const reachAgendaItem: Handler<typeof operation> = async ({ itemId, ...within }, context) =>
  changeBriefing(context, within, async ({ state, heldOn }) => {
    if (state !== 'open') return refuse('briefingNotOpen', { heldOn: formatDate(heldOn) });
    const isThere = await markReached(context.tx, { ...within, itemId, at: context.clock.now() });
    return isThere ? { answer: {}, subject: { agendaItem: itemId } } : refuse('notFound');
  });
