import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listSeats as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { findOffices } from './find-seats.ts';
import { ownersOffered } from './former-holders.ts';

/** The offices of a commune that can own a conclusion [GV12]; for a meeting those to which it may give something. */
export const listSeats: Handler<typeof operation> = async ({ communeId, briefingId }, context) => {
  if (!context.caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const { communeName, seats } = await findOffices(context, communeId);
  if (briefingId === undefined) return { communeName, seats: [...seats] };
  const briefing = await selectBriefing(context.tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  return { communeName, seats: await ownersOffered(context, briefing) };
};
