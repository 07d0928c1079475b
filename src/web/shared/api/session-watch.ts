/*
 * What the answers of the server tell of the session, whichever part of the page has asked.
 */
const listeners = new Set<() => void>();
let answeredAtMs = performance.now();

/** Notes that the server has answered a call, and whether it no longer knows who asks. */
export function noteAnswer(isSessionOver: boolean): void {
  answeredAtMs = performance.now();
  if (isSessionOver) for (const listener of listeners) listener();
}

/** Runs `listener` each time the server says that the session is over. @returns what stops it */
export function whenSessionIsOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Milliseconds for which the page has had no answer of the server; where a machine slept, some browsers leave that out. */
export function msSinceAnswer(): number {
  return performance.now() - answeredAtMs;
}
