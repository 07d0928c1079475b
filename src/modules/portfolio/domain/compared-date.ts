import { type BusinessDate, monthEnd, monthStart } from '../../../kernel/dates.ts';

/**
 * The date that a change is told from [PF86]: month stands against month, so never a date of the same month. A month end
 * is held against the newest date of an earlier month; a date within a month against the newest month end before it, and
 * only where no month end is there against the newest of an earlier month. Null where nothing earlier is published.
 */
export function comparedDateOf(
  dataDate: BusinessDate,
  published: readonly BusinessDate[],
): BusinessDate | null {
  const earlier = published.filter((date) => date < monthStart(dataDate)).sort();
  const monthEnds = earlier.filter(isMonthEnd);
  const candidates = isMonthEnd(dataDate) || monthEnds.length === 0 ? earlier : monthEnds;
  return candidates.at(-1) ?? null;
}

function isMonthEnd(date: BusinessDate): boolean {
  return date === monthEnd(date);
}
