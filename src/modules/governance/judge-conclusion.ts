import { formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { ConclusionContent } from './domain/conclusion.ts';
import { judgeOwnerInMeeting, type OwnerRefused } from './former-holders.ts';
import { judgeFarDue } from './judge-due.ts';

/**
 * Checks a line before it is written: its day is not before the briefing's nor too far from it, its owner is one of whom
 * the meeting may give something to [GV273] [GV260] [GV262], or whom the line was given to before it is changed [GV212].
 */
export async function judgeConclusion(
  context: HandlerContext,
  briefing: BriefingRow,
  { ownerSeat, ownerName, dueOn, standing }: ConclusionContent & { readonly standing?: ConclusionContent },
): Promise<Refusal<'dueBeforeBriefing' | 'dueTooFar'> | OwnerRefused | null> {
  const { metOn } = briefing;
  if (dueOn !== null && dueOn < metOn)
    return refuse('dueBeforeBriefing', { dueOn: formatDate(dueOn), heldOn: formatDate(metOn) });
  const far = dueOn === null ? null : await judgeFarDue(context, { dueOn, givenOn: metOn });
  if (far) return far;
  if (standing?.ownerSeat === ownerSeat && standing.ownerName === ownerName) return null;
  return judgeOwnerInMeeting(context, briefing, { seat: ownerSeat, name: ownerName });
}
