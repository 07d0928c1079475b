import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listSeats as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { findOffices } from './find-seats.ts';
import { formerHolders } from './former-holders.ts';

/** The offices of a commune that can own a conclusion [GV12]; for a meeting that is written down afterwards with who held them when people met [GV273]. */
export const listSeats: Handler<typeof operation> = async ({ communeId, briefingId }, context) => {
  if (!context.caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const { communeName, seats } = await findOffices(context, communeId);
  if (briefingId === undefined) return { communeName, seats: [...seats] };
  const briefing = await selectBriefing(context.tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  // Before today's holders: whose letters find both was at the meeting.
  return { communeName, seats: [...(await formerHolders(context, briefing)), ...seats] };
};
