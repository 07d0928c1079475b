import { formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { ConclusionContent } from './domain/conclusion.ts';
import { judgeOwnerInMeeting } from './former-holders.ts';
import { judgeFarDue } from './judge-due.ts';

/**
 * Checks a line before it is written: its day is not before the briefing's nor too far from it, its owner is somebody today, or was on
 * the day of a meeting that is written down afterwards [GV273], or whom the line was given to before it is changed [GV212].
 */
export async function judgeConclusion(
  context: HandlerContext,
  briefing: BriefingRow,
  { ownerSeat, ownerName, dueOn, standing }: ConclusionContent & { readonly standing?: ConclusionContent },
): Promise<Refusal<'dueBeforeBriefing' | 'dueTooFar' | 'seatUnknown' | 'ownerLeft'> | null> {
  const { metOn } = briefing;
  if (dueOn !== null && dueOn < metOn)
    return refuse('dueBeforeBriefing', { dueOn: formatDate(dueOn), heldOn: formatDate(metOn) });
  const far = dueOn === null ? null : await judgeFarDue(context, { dueOn, givenOn: metOn });
  if (far) return far;
  if (standing?.ownerSeat === ownerSeat && standing.ownerName === ownerName) return null;
  return judgeOwnerInMeeting(context, briefing, { seat: ownerSeat, name: ownerName });
}
