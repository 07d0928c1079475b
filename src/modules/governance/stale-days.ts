import type { BusinessDate } from '../../kernel/dates.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { stalenessOn } from '../portfolio/index.ts';
import { ruleValues } from '../programmes/index.ts';

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
