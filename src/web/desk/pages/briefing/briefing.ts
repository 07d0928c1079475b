import type { InputOf, OutputOf } from '../../../../kernel/contract.ts';
import { formatHour } from '../../../../kernel/moment.ts';
import type { showBriefing, showBriefingFigures } from '../../../../modules/governance/contract.ts';
import { minutesNumberText } from '../../../../modules/governance/domain/minutes.ts';

/** A briefing as the page has it. */
export type Briefing = OutputOf<typeof showBriefing>;

/** Its figures and points. */
export type BriefingFigures = OutputOf<typeof showBriefingFigures>;

/** Where a briefing stands. */
export type Within = InputOf<typeof showBriefing>;

/** The hour of a moment in Vietnam: `10:56`. */
export function hourOf(iso: string): string {
  return formatHour(new Date(iso));
}

/** The number of closed minutes, `05/2026`; empty while there are none. */
export function minutesNumber({
  minutesNumber: number,
  minutesYear: year,
}: Pick<Briefing, 'minutesNumber' | 'minutesYear'>): string {
  return number === null || year === null ? '' : minutesNumberText(number, year);
}
