import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listHouseholdNames as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { hallNames } from './hall-names.ts';

/** The names that the hall is not shown, for the desk, which tells while somebody types one [GV122]. */
export const listHouseholdNames: Handler<typeof operation> = async ({ communeId, briefingId }, context) => {
  const briefing = await selectBriefing(context.tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const { households, officials } = await hallNames(context, { communeId, briefingIds: [briefingId] });
  return { names: [...new Set(households)], officials: [...officials] };
};
