import { addDays, type BusinessDate, daysBetween } from '../../../kernel/dates.ts';

/** A briefing's states: its figures and papers are prepared, people meet, its minutes are fixed. None leads back. */
export const BRIEFING_STATES = ['preparing', 'open', 'closed'] as const;

/** One of {@link BRIEFING_STATES}. */
export type BriefingState = (typeof BRIEFING_STATES)[number];

/** The first day on which a briefing can be prepared [GV1]. */
export function firstDayToPrepare(heldOn: BusinessDate, daysBefore: number): BusinessDate {
  return addDays(heldOn, -daysBefore);
}

/** Whether a briefing can be prepared on a day [GV1]: from so many days before, and afterwards, for minutes written late. */
export function mayPrepare(today: BusinessDate, heldOn: BusinessDate, daysBefore: number): boolean {
  return daysBetween(today, heldOn) <= daysBefore;
}
