import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeDifficulty } from './change-difficulty.ts';
import type { dropDifficulty as operation } from './contract.ts';
import { type DifficultyRow, markDropped } from './db/difficulties.ts';
import { refuseGiven } from './give-difficulty.ts';

/**
 * Drops a difficulty that nobody has to answer any more, with the reason and the hour [GV121]. Refused where it was given to somebody
 * since what the person saw [GV90]; the same reason sent again is told once.
 */
export const dropDifficulty: Handler<typeof operation> = async (
  { communeId, difficultyId, reason, baseVersion },
  context,
) => {
  const isDone = ({ state, dropReason }: DifficultyRow) => state === 'dropped' && dropReason === reason;
  return changeDifficulty(context, { communeId, difficultyId, isDone }, async (_, standing) => {
    if (standing.version !== baseVersion) return refuseGiven(standing);
    const { tx, caller, clock } = context;
    const by = { by: caller.userId, byName: await callerName(context), at: clock.now() };
    await markDropped(tx, { communeId, difficultyId, reason, ...by });
    return null;
  });
};
