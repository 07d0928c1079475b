import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import { selectBriefings, selectBriefingsMetOn } from '../db/briefings.ts';
import { selectBriefingsOn } from '../db/briefings-of-session.ts';

/**
 * The briefings of a commune on a day, and the days of its latest ones for whoever named another. The day on which people met for one finds it
 * before the day of its session, which finds it too [GV269].
 */
export async function briefingsOfDay(
  { tx }: HandlerContext,
  { communeId, heldOn }: { readonly communeId: Id; readonly heldOn: BusinessDate },
): Promise<{
  readonly briefings: readonly {
    readonly briefingId: Id;
    readonly pointCode: string;
    readonly pointName: string;
  }[];
  readonly latestDays: readonly BusinessDate[];
}> {
  const met = await selectBriefingsMetOn(tx, communeId, heldOn);
  const ofSession = await selectBriefingsOn(tx, communeId, heldOn);
  const others = ofSession.filter(({ pointCode }) => met.every((one) => one.pointCode !== pointCode));
  const briefings = [...met, ...others];
  const latest = briefings.length > 0 ? [] : await selectBriefings(tx, communeId, { after: null, limit: 5 });
  return {
    briefings: briefings.map(({ id: briefingId, pointCode, pointName }) => ({
      briefingId,
      pointCode,
      pointName,
    })),
    latestDays: [...new Set(latest.map((row) => row.metOn))],
  };
}
