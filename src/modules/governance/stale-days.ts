import type { BusinessDate } from '../../kernel/dates.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { stalenessOn } from '../portfolio/index.ts';
import { ruleValues } from '../programmes/index.ts';
import type { BriefingRow } from './db/briefings.ts';

/** How many days old figures are, and whether as of today or of the day of their meeting. */
export type Stale = { readonly days: number; readonly on: 'today' | 'meeting' };

/**
 * How old page and hall say the figures of a briefing are [GV167]: as of today before its day, since today they can still be made
 * newer; where they are fresh today but will not be on its day, and from that day on, as of its day. Null where they are fresh.
 */
export async function staleToTell(
  context: Pick<HandlerContext, 'tx' | 'clock'>,
  { dataDate, briefing }: { readonly dataDate: BusinessDate | null; readonly briefing: BriefingRow },
): Promise<Stale | null> {
  const { state, metOn } = briefing;
  const today = context.clock.today();
  const isToCome = state === 'preparing' && today < metOn;
  const daysToday = isToCome ? await staleDays(context, { dataDate, metOn: today }) : null;
  if (daysToday !== null) return { days: daysToday, on: 'today' };
  const days = await staleDays(context, { dataDate, metOn });
  return days === null ? null : { days, on: today === metOn ? 'today' : 'meeting' };
}

/**
 * How many days old the figures of a meeting are on its day, where that is older than the rule of freshness of that day allows [GV107];
 * null where they are fresh, and where there are none.
 */
export async function staleDays(
  { tx }: Pick<HandlerContext, 'tx'>,
  { dataDate, metOn }: { readonly dataDate: BusinessDate | null; readonly metOn: BusinessDate },
): Promise<number | null> {
  if (dataDate === null) return null;
  const allowedDays = Number((await ruleValues(tx, metOn)).of('freshnessDays').value);
  const { ageDays, isStale } = stalenessOn(metOn, dataDate, allowedDays);
  return isStale ? ageDays : null;
}
