import type { Id } from '../../kernel/ids.ts';
import { formatMoment } from '../../kernel/moment.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { refuseClosed } from './change-briefing.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from './db/briefings.ts';
import { type DifficultyRow, lockDifficulty } from './db/difficulties.ts';

/**
 * Runs a change of a difficulty that is still open or given, in a briefing that is not closed or in none yet. The
 * difficulty's row is locked first; nobody who holds a briefing waits for one.
 *
 * @param at `isDone`: whether what is asked stands already, as when it is sent again after a lost answer [GV90]; nothing is changed then
 */
export async function changeDifficulty<Code extends string = never>(
  { tx, note }: HandlerContext,
  {
    communeId,
    difficultyId,
    isDone,
  }: {
    readonly communeId: Id;
    readonly difficultyId: Id;
    readonly isDone: (standing: DifficultyRow) => boolean | Promise<boolean>;
  },
  change: (briefing: BriefingRow | undefined, standing: DifficultyRow) => Promise<Refusal<Code> | null>,
): Promise<Record<string, never> | Refusal<Code | 'notFound' | 'briefingClosed' | 'difficultyClosed'>> {
  const seen = await lockDifficulty(tx, communeId, difficultyId);
  if (!seen) return refuse('notFound');
  const briefing = seen.briefingId === null ? undefined : await lockBriefing(tx, communeId, seen.briefingId);
  if (await isDone(seen)) {
    note({
      communeId,
      subject: { difficulty: difficultyId, briefing: seen.briefingId, outcome: 'unchanged' },
    });
    return {};
  }
  if (briefing?.state === 'closed') return refuseClosed(briefing);
  if (seen.state === 'answered' && seen.answeredAt)
    return refuse('difficultyClosed', { at: formatMoment(seen.answeredAt) });
  const refused = await change(briefing, seen);
  if (refused) return refused;
  if (briefing) await touchBriefing(tx, communeId, briefing.id);
  note({ communeId, subject: { difficulty: difficultyId, briefing: seen.briefingId } });
  return {};
}
