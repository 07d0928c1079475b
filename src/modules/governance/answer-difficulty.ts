import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeDifficulty } from './change-difficulty.ts';
import type { answerDifficulty as operation } from './contract.ts';
import { markAnswered } from './db/difficulties.ts';

/** Answers a difficulty on the spot and closes it with the hour [GV6]. */
export const answerDifficulty: Handler<typeof operation> = async (
  { communeId, difficultyId, answer, contactId },
  context,
) =>
  changeDifficulty(context, { communeId, difficultyId }, async () => {
    const { tx, caller, clock } = context;
    await markAnswered(tx, {
      communeId,
      difficultyId,
      answer,
      contactId,
      by: caller.userId,
      byName: await callerName(context),
      at: clock.now(),
    });
    return null;
  });
