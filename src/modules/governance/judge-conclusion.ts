import { formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { ConclusionContent } from './domain/conclusion.ts';
import { judgeOwner } from './find-seats.ts';

/** Checks a line before it is written: its day is not before the briefing's, its owner is somebody today. */
export async function judgeConclusion(
  context: HandlerContext,
  { communeId, metOn }: BriefingRow,
  { ownerSeat, ownerName, dueOn }: ConclusionContent,
): Promise<Refusal<'dueBeforeBriefing' | 'seatUnknown' | 'ownerLeft'> | null> {
  if (dueOn !== null && dueOn < metOn)
    return refuse('dueBeforeBriefing', { dueOn: formatDate(dueOn), heldOn: formatDate(metOn) });
  return judgeOwner(context, { communeId, seat: ownerSeat, name: ownerName });
}
