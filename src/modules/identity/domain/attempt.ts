/** Failures in a row of one account or one network (`networkOf`). */
export type Attempts = {
  readonly failures: number;
  readonly lastFailureAt: Date;
  readonly blockedUntil: Date;
};

/** So many failures in a row cost nothing; from the next on the delay grows [ID4]. */
export const FREE_FAILURES = 5;

const FIRST_DELAY_MS = 5_000;
/** The delay doubles up to here and no further: nobody is locked out for good [ID4]. */
export const LONGEST_DELAY_MS = 15 * 60_000;
/** After so long without a failure the count starts anew. */
export const QUIET_MS = 60 * 60_000;

/** How long the next try must wait after this many failures in a row. */
export function delayMs(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  const doublings = Math.min(failures - FREE_FAILURES, 20);
  return Math.min(FIRST_DELAY_MS * 2 ** doublings, LONGEST_DELAY_MS);
}

/**
 * Whole seconds still to wait; 0 when a try is allowed now. A wait longer than the delay was means that the clock has been
 * set back since: it locks nobody out.
 */
export function secondsToWait({ failures, blockedUntil }: Attempts, now: Date): number {
  const waitMs = blockedUntil.getTime() - now.getTime();
  return waitMs > delayMs(failures) ? 0 : Math.max(0, Math.ceil(waitMs / 1000));
}

/** The count after one more failure. */
export function afterFailure(attempts: Attempts, now: Date): Attempts {
  const isStale = now.getTime() - attempts.lastFailureAt.getTime() >= QUIET_MS;
  const failures = (isStale ? 0 : attempts.failures) + 1;
  return { failures, lastFailureAt: now, blockedUntil: new Date(now.getTime() + delayMs(failures)) };
}
