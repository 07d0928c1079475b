import type { Id } from '../../kernel/ids.ts';
import type { Event } from '../../platform/outbox/outbox.ts';

/** News that sessions of a commune may be held on other days or hours than before: a notice, or a point that changed. */
export function calendarChanged(communeId: Id): Event {
  return { name: 'sessions.calendarChanged', payload: { communeId } };
}
