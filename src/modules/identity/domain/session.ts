/** How long sessions and links live [ID6][ID15]; durations in milliseconds. */
export type SessionSettings = {
  /** Without a request for this long, a session ends. */
  readonly idleMs: number;
  /** No session lives longer, however busy. */
  readonly longestMs: number;
  /** The moment of the last request is written at most this often. */
  readonly touchMs: number;
  /** A one-time link can be used for this long. */
  readonly linkMs: number;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The settings of the product. */
export const SESSION_SETTINGS: SessionSettings = {
  idleMs: 30 * MINUTE_MS,
  longestMs: 12 * HOUR_MS,
  touchMs: MINUTE_MS,
  linkMs: 72 * HOUR_MS,
};

/** The times of a session. */
export type SessionTimes = { readonly createdAt: Date; readonly lastSeenAt: Date };

/** True while neither the idle time nor the longest time is over [ID6]. */
export function isAlive(session: SessionTimes, now: Date, settings: SessionSettings): boolean {
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  const ageMs = now.getTime() - session.createdAt.getTime();
  return idleMs < settings.idleMs && ageMs < settings.longestMs;
}

/** True when the moment of the last request is old enough to be written again. */
export function isTouchDue(session: SessionTimes, now: Date, settings: SessionSettings): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= settings.touchMs;
}
