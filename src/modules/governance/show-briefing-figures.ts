import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showBriefingFigures as operation } from './contract.ts';
import { type BriefingRow, selectBriefing } from './db/briefings.ts';
import { selectPointConflicts, selectTouchedPoints } from './db/talking-points.ts';
import { mergePoints } from './domain/merge-points.ts';
import { changedPoints } from './domain/prepared-figures.ts';
import { figuresOfBriefing } from './figures-of-briefing.ts';
import { hallTexts } from './hall-texts.ts';
import { pointShown } from './point-shown.ts';
import { staleToTell } from './stale-days.ts';

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
  const shown = mergePoints(points, touched).map((point) => pointShown(point, touched, conflicts));
  return {
    ...figures,
    stale: await staleToTell(context, { dataDate: figures.dataDate, briefing }),
    points: await pointsInHall(context, briefing, shown),
    fixedAt: fixedAt?.toISOString() ?? null,
    other: other && {
      dataDate: other.dataDate,
      versionNumber: other.versionNumber,
      points: changedPoints(standing, other).map((point) => ({ ...point })),
    },
  };
}

/** Points with what the hall may show of what people wrote for them [GV87]; without such a text no name is looked for. */
async function pointsInHall<Point extends { readonly ownText: string | null }>(
  context: HandlerContext,
  { communeId, id, heldOn: on }: BriefingRow,
  points: readonly Point[],
): Promise<(Point & { hallText: string | null })[]> {
  if (points.every(({ ownText }) => ownText === null))
    return points.map((point) => ({ ...point, hallText: null }));
  const hall = await hallTexts(context, { communeId, briefingIds: [id], on });
  return points.map((point) => ({
    ...point,
    hallText: point.ownText === null ? null : hall.ofSentence('point', point.ownText),
  }));
}
