import type { HandlerContext } from '../../platform/command.ts';
import { type BriefingRow, touchBriefing } from './db/briefings.ts';
import { lockNextBriefing } from './db/briefings-around.ts';
import { lockUnanswered } from './db/cancellations.ts';
import { moveDifficulties } from './db/carried.ts';

/**
 * Gives what a meeting leaves unanswered to the next one of its point, or lets it wait for that [GV120]. What was given to somebody
 * stays theirs; the minutes, which are fixed by now, keep every one as it stood.
 *
 * @returns how many
 */
export async function carryDifficulties(
  { tx, clock }: Pick<HandlerContext, 'tx' | 'clock'>,
  briefing: BriefingRow,
): Promise<number> {
  const { communeId, id: briefingId } = briefing;
  const unanswered = await lockUnanswered(tx, { communeId, briefingId });
  const ids = unanswered.filter(({ state }) => state === 'open').map(({ id }) => id);
  if (ids.length === 0) return 0;
  const next = await lockNextBriefing(tx, briefing, clock.today());
  await moveDifficulties(tx, { communeId, briefingId }, { ids, to: next?.id ?? null, leaving: 'closed' });
  if (next) await touchBriefing(tx, communeId, next.id);
  return ids.length;
}
