import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import { insertKeptFigures, type Occasion } from './db/briefing-figures.ts';
import type { Within } from './db/within.ts';
import type { PreparedFigures } from './domain/prepared-figures.ts';

/** Keeps the figures of a briefing as they stand, with who and when [GV29]. */
export async function keepFigures(
  context: HandlerContext,
  within: Within,
  { occasion, figures }: { readonly occasion: Occasion; readonly figures: PreparedFigures },
): Promise<void> {
  const { tx, caller, clock } = context;
  await insertKeptFigures(tx, within, {
    occasion,
    figures,
    takenBy: caller.userId,
    takenByName: await callerName(context),
    takenAt: clock.now(),
  });
}
