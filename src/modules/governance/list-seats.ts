import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listSeats as operation } from './contract.ts';
import { findOffices } from './find-seats.ts';

/** The offices of a commune that can own a conclusion [GV12]. */
export const listSeats: Handler<typeof operation> = async ({ communeId }, context) => {
  if (!context.caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const { seats } = await findOffices(context, communeId);
  return { seats: [...seats] };
};
