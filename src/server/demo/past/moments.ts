import { addDays, type BusinessDate, day, isoWeekday } from '../../../kernel/dates.ts';
import { oneOf } from './chance.ts';

/** A moment in Vietnam, `2026-10-23T10:30:00+07:00`: two of them compare as texts. */
export type Moment = string;

/** Something that happens at a moment, and what follows from it later. */
export type Step = { readonly at: Moment; readonly run: () => Promise<readonly Step[]> };

/** A day and an hour of it, `10:30`. */
export function momentAt(date: BusinessDate, hour: string): Moment {
  return `${date}T${hour}:00+07:00`;
}

/** The later of two moments. */
export function laterOf(one: Moment, other: Moment): Moment {
  if (one < other) return other;
  return one;
}

/** The day of a moment. */
export function dayOf(moment: Moment): BusinessDate {
  return day(moment.slice(0, 10));
}

const OFFICE_HOURS = ['08:10', '08:45', '09:20', '10:05', '14:15', '15:00', '15:40', '16:20'];

/** Some hour at which an office is open, so many days later; on the Monday where that is a Sunday. */
export function officeHour(from: BusinessDate, days: number, ...seeds: readonly string[]): Moment {
  const later = addDays(from, days);
  return momentAt(isoWeekday(later) === 7 ? addDays(later, 1) : later, oneOf(OFFICE_HOURS, ...seeds));
}

/** An hour of the day, so many minutes later: `07:30` and 185 make `10:35`. */
export function minutesLater(hour: string, minutes: number): string {
  const [hours = 0, rest = 0] = hour.split(':').map(Number);
  const total = hours * 60 + rest + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/**
 * Lets steps happen in the order of their moments, each with what follows from it, up to the end; what would come
 * after it is left for later.
 *
 * @param reach told each moment before its step
 */
export async function inOrder(
  steps: readonly Step[],
  { end, reach }: { readonly end: Moment; readonly reach: (at: Moment) => void },
): Promise<void> {
  const waiting = [...steps];
  for (;;) {
    waiting.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const next = waiting.shift();
    if (!next || next.at >= end) return;
    reach(next.at);
    waiting.push(...(await next.run()));
  }
}
