import { isRefusal } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { answerContact, hasContact } from './answer-contact.ts';
import { changeDifficulty } from './change-difficulty.ts';
import type { answerDifficulty as operation } from './contract.ts';
import { type DifficultyRow, markAnswered } from './db/difficulties.ts';

/**
 * Answers a difficulty on the spot and closes it with the hour [GV6]; a number that was found goes into the file with it [GV85]. The
 * same answer sent again is answered once [GV90].
 */
export const answerDifficulty: Handler<typeof operation> = async (input, context) => {
  const { communeId, difficultyId, answer } = input;
  const isDone = async (standing: DifficultyRow) =>
    standing.state === 'answered' && standing.answer === answer && hasContact(standing, input, context);
  return changeDifficulty(context, { communeId, difficultyId, isDone }, async (briefing, difficulty) => {
    const { tx, caller, clock } = context;
    const contact = await answerContact(input, { difficulty, briefing }, context);
    if (contact !== null && isRefusal(contact)) return contact;
    await markAnswered(tx, {
      communeId,
      difficultyId,
      answer,
      contact,
      by: caller.userId,
      byName: await callerName(context),
      at: clock.now(),
    });
    return null;
  });
};
