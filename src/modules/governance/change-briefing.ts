import { formatDate } from '../../kernel/dates.ts';
import { formatMoment } from '../../kernel/moment.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from './db/briefings.ts';
import type { Within } from './db/within.ts';
import { minutesNumberText } from './domain/minutes.ts';

/** Why nothing of a briefing is changed any more. */
export type Ended = 'briefingClosed' | 'briefingCancelled';

type Subject = Parameters<HandlerContext['note']>[0]['subject'];

/**
 * Runs a change of a briefing that has not ended: its row is locked first, so that no change slips in beside the closing;
 * afterwards the change is counted, so that other screens see it, and noted for the audit.
 *
 * @param sentBefore whether what is asked was done already, as when it is sent once more after a lost answer: asked before whether the
 * briefing has ended, so that nobody is told that minutes lack what they have [GV93]. A refusal stands where the briefing goes on
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
  sentBefore: (
    briefing: BriefingRow,
  ) => Promise<{ readonly answer: T; readonly subject: Subject } | Refusal<Code> | undefined> = async () =>
    undefined,
): Promise<T | Refusal<Code | 'notFound' | Ended>> {
  const briefing = await lockBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const before = await sentBefore(briefing);
  if (before !== undefined && !isRefusal(before)) {
    note({ communeId, subject: { briefing: briefingId, ...before.subject } });
    return before.answer;
  }
  const refused = refuseEnded(briefing) ?? before;
  if (refused) return refused;
  const outcome = await change(briefing);
  if (isRefusal(outcome)) return outcome;
  if (outcome.isStanding !== true) await touchBriefing(tx, communeId, briefingId);
  note({ communeId, subject: { briefing: briefingId, ...outcome.subject } });
  return outcome.answer;
}

/** Says why nothing of a briefing is changed any more: its minutes stand [GV9], or it is not held [GV109]; undefined while it is. */
export function refuseEnded(briefing: BriefingRow): Refusal<Ended> | undefined {
  if (briefing.state === 'closed') return refuseClosed(briefing);
  return briefing.state === 'cancelled' ? refuseCancelled(briefing) : undefined;
}

/** Says that the minutes stand and how they are corrected [GV11]. */
export function refuseClosed({ metOn, minutesNumber, minutesYear }: BriefingRow): Refusal<'briefingClosed'> {
  const number = minutesNumberText(minutesNumber ?? 0, minutesYear ?? 0);
  return refuse('briefingClosed', { heldOn: formatDate(metOn), number });
}

/** Says who wrote down that a briefing is not held, and how it is prepared anew [GV109]. */
export function refuseCancelled({
  heldOn,
  cancelledByName,
  cancelledAt,
}: BriefingRow): Refusal<'briefingCancelled'> {
  const at = cancelledAt === null ? '' : formatMoment(cancelledAt);
  return refuse('briefingCancelled', { heldOn: formatDate(heldOn), by: cancelledByName ?? '', at });
}
