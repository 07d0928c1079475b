import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeDifficulty } from './change-difficulty.ts';
import type { giveDifficulty as operation } from './contract.ts';
import { markGiven } from './db/difficulties.ts';
import { judgeOwner } from './find-seats.ts';

/** Gives a difficulty to somebody, with a day that is not before the briefing's [GV6]. */
export const giveDifficulty: Handler<typeof operation> = async (
  { communeId, difficultyId, seat, name, dueOn },
  context,
) =>
  changeDifficulty(context, { communeId, difficultyId }, async (briefing) => {
    const earliest = briefing?.heldOn ?? context.clock.today();
    if (dueOn < earliest)
      return refuse('dueBeforeBriefing', { dueOn: formatDate(dueOn), heldOn: formatDate(earliest) });
    const refused = await judgeOwner(context, { communeId, seat, name });
    if (refused) return refused;
    await markGiven(context.tx, { communeId, difficultyId, seat, name, dueOn });
    return null;
  });
