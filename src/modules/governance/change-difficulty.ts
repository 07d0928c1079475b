import type { Id } from '../../kernel/ids.ts';
import { formatMoment } from '../../kernel/moment.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type Ended, refuseEnded } from './change-briefing.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from './db/briefings.ts';
import { type DifficultyRow, lockDifficulty, selectPlaceOf } from './db/difficulties.ts';

type Settled = 'difficultyClosed' | 'difficultyDropped';

/**
 * Runs a change of a difficulty that is still open or given, in a briefing that has not ended or in none yet. The
 * briefing's row is locked first, as by whoever moves difficulties to another briefing.
 *
 * @param at `isDone`: whether what is asked stands already, as when it is sent again after a lost answer [GV90]; nothing is changed then
 */
export async function changeDifficulty<Code extends string = never>(
  context: HandlerContext,
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
): Promise<Record<string, never> | Refusal<Code | 'notFound' | 'databaseBusy' | Ended | Settled>> {
  const { tx, note } = context;
  const before = await lockBriefingOf(tx, communeId, difficultyId);
  if (isRefusal(before)) return before;
  const seen = await lockDifficulty(tx, communeId, difficultyId);
  if (!seen) return refuse('notFound');
  // One that waited may have been taken up since it was looked for.
  const isTakenUp = before === undefined && seen.briefingId !== null;
  const briefing = isTakenUp ? await lockBriefing(tx, communeId, seen.briefingId) : before;
  if (await isDone(seen)) {
    note({
      communeId,
      subject: { difficulty: difficultyId, briefing: seen.briefingId, outcome: 'unchanged' },
    });
    return {};
  }
  const ended = briefing && refuseEnded(briefing);
  if (ended) return ended;
  const settled = refuseSettled(seen);
  if (settled) return settled;
  const refused = await change(briefing, seen);
  if (refused) return refused;
  if (briefing) await touchBriefing(tx, communeId, briefing.id);
  note({ communeId, subject: { difficulty: difficultyId, briefing: seen.briefingId } });
  return {};
}

/** Says that nothing more happens to a difficulty: it is answered [GV6], or dropped [GV121]. */
function refuseSettled({
  state,
  answeredAt,
  droppedAt,
  droppedByName,
  dropReason,
}: DifficultyRow): Refusal<Settled> | undefined {
  if (state === 'answered' && answeredAt) return refuse('difficultyClosed', { at: formatMoment(answeredAt) });
  if (state !== 'dropped' || !droppedAt) return undefined;
  const told = { by: droppedByName ?? '', at: formatMoment(droppedAt), reason: dropReason ?? '' };
  return refuse('difficultyDropped', told);
}

/** How often it is looked again: each time the briefing where the difficulty stood must have ended meanwhile. */
const LOOKS = 5;

/** Locks the briefing in which a difficulty stands; undefined while it waits for one. Refused when it is moved again and again. */
async function lockBriefingOf(
  tx: Tx,
  communeId: Id,
  difficultyId: Id,
): Promise<BriefingRow | undefined | Refusal<'databaseBusy'>> {
  let locked: BriefingRow | undefined;
  for (let look = 0; look < LOOKS; look += 1) {
    const at = await selectPlaceOf(tx, communeId, difficultyId);
    if (at === (locked?.id ?? null)) return locked;
    locked = at === null ? undefined : await lockBriefing(tx, communeId, at);
  }
  return refuse('databaseBusy');
}
