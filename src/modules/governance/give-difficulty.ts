import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeDifficulty } from './change-difficulty.ts';
import type { giveDifficulty as operation } from './contract.ts';
import { type DifficultyRow, markGiven } from './db/difficulties.ts';
import { judgeOwner } from './find-seats.ts';
import { judgeOwnerInMeeting } from './former-holders.ts';
import { judgeFarDue } from './judge-due.ts';

/**
 * Gives a difficulty to somebody, with a day that is not before the briefing's [GV6] nor too far from it
 * [GV94]. Refused where it was given to another since what the person saw [GV90].
 */
export const giveDifficulty: Handler<typeof operation> = async (
  { communeId, difficultyId, seat, name, dueOn, baseVersion },
  context,
) => {
  const isDone = (standing: DifficultyRow) =>
    standing.state === 'given' &&
    // A vacant office is called by its title, as a body is that somebody typed.
    standing.givenSeat === seat &&
    standing.givenName === name &&
    standing.dueOn === dueOn;
  return changeDifficulty(context, { communeId, difficultyId, isDone }, async (briefing, standing) => {
    // An answer meanwhile is refused before this: what is older here was given to somebody else.
    if (standing.version !== baseVersion) return refuseGiven(standing);
    const earliest = briefing?.metOn ?? context.clock.today();
    if (dueOn < earliest)
      return refuse('dueBeforeBriefing', { dueOn: formatDate(dueOn), heldOn: formatDate(earliest) });
    const far = await judgeFarDue(context, { dueOn, givenOn: earliest });
    if (far) return far;
    const refused = briefing
      ? await judgeOwnerInMeeting(context, briefing, { seat, name })
      : await judgeOwner(context, { communeId, seat, name });
    if (refused) return refused;
    await markGiven(context.tx, { communeId, difficultyId, seat, name, dueOn });
    return null;
  });
};

/** Says to whom a difficulty was given since what the person saw [GV90]. */
export function refuseGiven({ givenName, dueOn }: DifficultyRow) {
  return refuse('difficultyGiven', {
    name: givenName ?? 'người khác',
    dueOn: dueOn === null ? 'chưa ghi' : formatDate(dueOn),
  });
}
