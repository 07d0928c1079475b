import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showBriefingFigures as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { selectTouchedPoints } from './db/talking-points.ts';
import { mergePoints } from './domain/merge-points.ts';
import { prepareFigures } from './prepare-figures.ts';

/** Figures and points of a briefing, prepared anew from the newest data date up to its day [GV19], [GV28]. */
export async function showBriefingFigures(
  { communeId, briefingId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const briefing = await selectBriefing(context.tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const { points, ...figures } = await prepareFigures(context, briefing);
  const touched = await selectTouchedPoints(context.tx, { communeId, briefingId });
  return { ...figures, points: mergePoints(points, touched) };
}
