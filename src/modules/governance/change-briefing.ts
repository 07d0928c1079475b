import { formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from './db/briefings.ts';
import { minutesNumberText } from './domain/minutes.ts';

/** Where a change is made. */
export type Within = { readonly communeId: Id; readonly briefingId: Id };

type Subject = Parameters<HandlerContext['note']>[0]['subject'];

/**
 * Runs a change of a briefing that is not closed: its row is locked first, so that no change slips in beside the closing;
 * afterwards the change is counted, so that other screens see it, and noted for the audit.
 *
 * @param change answers with what the audit entry says besides the briefing, ids and codes only, and whether what was asked
 * stood already, so that nothing was changed [GV93]
 */
export async function changeBriefing<T, Code extends string = never>(
  { tx, note }: HandlerContext,
  { communeId, briefingId }: Within,
  change: (
    briefing: BriefingRow,
  ) => Promise<
    { readonly answer: T; readonly subject: Subject; readonly isStanding?: boolean } | Refusal<Code>
  >,
): Promise<T | Refusal<Code | 'notFound' | 'briefingClosed'>> {
  const briefing = await lockBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  if (briefing.state === 'closed') return refuseClosed(briefing);
  const outcome = await change(briefing);
  if (isRefusal(outcome)) return outcome;
  if (outcome.isStanding !== true) await touchBriefing(tx, communeId, briefingId);
  note({ communeId, subject: { briefing: briefingId, ...outcome.subject } });
  return outcome.answer;
}

/** Says that the minutes stand and how they are corrected [GV11]. */
export function refuseClosed({ metOn, minutesNumber, minutesYear }: BriefingRow): Refusal<'briefingClosed'> {
  const number = minutesNumberText(minutesNumber ?? 0, minutesYear ?? 0);
  return refuse('briefingClosed', { heldOn: formatDate(metOn), number });
}
