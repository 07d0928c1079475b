import type { HandlerContext } from '../../platform/command.ts';
import { type KeptFigures, selectKeptFigures } from './db/briefing-figures.ts';
import type { BriefingRow } from './db/briefings.ts';
import { isEnded } from './domain/briefing.ts';
import { type PreparedFigures, sameFigures } from './domain/prepared-figures.ts';
import { prepareFigures } from './prepare-figures.ts';

/** The figures a briefing goes by, and others that people should know of. */
export type StandingFigures = {
  readonly standing: PreparedFigures;
  /** When they were fixed; null while they follow the newest month. */
  readonly fixedAt: Date | null;
  /**
   * While preparing: those it was prepared with. In the meeting: those published since. Null where they say the same, and for
   * briefings that have ended: the minutes of a closed one stand, a cancelled one shows those of the moment when it was cancelled.
   */
  readonly other: PreparedFigures | null;
};

/** The figures a briefing is closed with [GV29]: those it began with or took over; the newest where none were kept. */
export async function figuresToFix(
  context: HandlerContext,
  briefing: BriefingRow,
): Promise<Pick<StandingFigures, 'standing' | 'fixedAt'>> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const kept = await selectKeptFigures(context.tx, within);
  if (kept !== undefined && isFixing(kept)) return { standing: kept.figures, fixedAt: kept.takenAt };
  return { standing: await prepareFigures(context, briefing), fixedAt: null };
}

/** The figures a briefing goes by [GV29]: the newest while it is prepared, those it began with or took over afterwards. */
export async function figuresOfBriefing(
  context: HandlerContext,
  briefing: BriefingRow,
): Promise<StandingFigures> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const kept = await selectKeptFigures(context.tx, within);
  const fixed = kept !== undefined && isFixing(kept) ? kept : undefined;
  if (fixed !== undefined && isEnded(briefing.state))
    return { standing: fixed.figures, fixedAt: fixed.takenAt, other: null };
  const newest = await prepareFigures(context, briefing);
  // Begun before figures were kept: what is newest is all there is.
  if (kept === undefined) return { standing: newest, fixedAt: null, other: null };
  const other = fixed === undefined ? kept.figures : newest;
  return {
    standing: fixed?.figures ?? newest,
    fixedAt: fixed?.takenAt ?? null,
    other: sameFigures(kept.figures, newest) ? null : other,
  };
}

function isFixing({ occasion }: KeptFigures): boolean {
  return occasion !== 'prepared';
}
