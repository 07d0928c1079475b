import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showBriefingFigures as operation } from './contract.ts';
import { selectBriefing } from './db/briefings.ts';
import { selectPointConflicts, selectTouchedPoints } from './db/talking-points.ts';
import { mergePoints } from './domain/merge-points.ts';
import { changedPoints } from './domain/prepared-figures.ts';
import { figuresOfBriefing } from './figures-of-briefing.ts';
import { pointShown } from './point-shown.ts';
import { staleDays } from './stale-days.ts';

/** Figures and points of a briefing, with what other figures say of its points [GV19], [GV28], [GV29]. */
export async function showBriefingFigures(
  { communeId, briefingId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const briefing = await selectBriefing(context.tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const { standing, fixedAt, other } = await figuresOfBriefing(context, briefing);
  const { points, ...figures } = standing;
  const touched = await selectTouchedPoints(context.tx, { communeId, briefingId });
  const conflicts = await selectPointConflicts(context.tx, { communeId, briefingId });
  return {
    ...figures,
    staleDays: await staleDays(context, { dataDate: figures.dataDate, metOn: briefing.metOn }),
    points: mergePoints(points, touched).map((point) => pointShown(point, touched, conflicts)),
    fixedAt: fixedAt?.toISOString() ?? null,
    other: other && {
      dataDate: other.dataDate,
      versionNumber: other.versionNumber,
      points: changedPoints(standing, other).map((point) => ({ ...point })),
    },
  };
}
