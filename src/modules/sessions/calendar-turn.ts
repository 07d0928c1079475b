import type { Id } from '../../kernel/ids.ts';

/** What changes of a commune's calendar take turns at: each is judged by the points and notices that stand [SE4, SE6]. */
export function calendarTurn(communeId: Id): string {
  return `sessions.calendar:${communeId}`;
}

/** What changes of the public holidays take turns at [SE13]. */
export const HOLIDAYS = 'sessions.holidays';
