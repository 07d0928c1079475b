import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { takeOverFigures as operation } from './contract.ts';
import { selectKeptFigures } from './db/briefing-figures.ts';
import { sameFigures } from './domain/prepared-figures.ts';
import { keepFigures } from './keep-figures.ts';
import { prepareFigures } from './prepare-figures.ts';

/**
 * Takes newer figures into a running meeting [GV29]: those the person saw, so that nobody takes over what was published in the
 * moment between. What people wrote for points stays theirs [GV28]. Who pressed twice has taken them over [GV93].
 */
export const takeOverFigures: Handler<typeof operation> = async (
  { communeId, briefingId, dataDate, versionNumber },
  context,
) => {
  const within = { communeId, briefingId };
  return changeBriefing(context, within, async (briefing) => {
    if (briefing.state === 'preparing')
      return refuse('briefingNotOpen', { heldOn: formatDate(briefing.heldOn) });
    const newest = await prepareFigures(context, briefing);
    const kept = await selectKeptFigures(context.tx, within);
    const subject = { dataDate, versionNumber };
    const isTaken = kept !== undefined && sameFigures(kept.figures, newest);
    if (isTaken && kept.occasion === 'takenOver' && kept.takenBy === context.caller.userId)
      return { answer: {}, subject, isStanding: true };
    if (isTaken) return refuse('figuresStandAlready', { dataDate: formatDate(dataDate) });
    if (newest.dataDate !== dataDate || newest.versionNumber !== versionNumber)
      return refuse('figuresMovedOn', { dataDate: formatDate(dataDate), versionNumber });
    await keepFigures(context, within, { occasion: 'takenOver', figures: newest });
    return { answer: {}, subject };
  });
};
