import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, delayMs, LONGEST_DELAY_MS, QUIET_MS, secondsToWait } from './attempt.ts';

const now = new Date('2026-11-03T01:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

describe('[ID4] the growing delay', () => {
  it('[ID4] starts at the fifth failure in a row', () => {
    expect([0, 1, 4].map(delayMs)).toEqual([0, 0, 0]);
    expect([5, 6, 7, 8].map(delayMs)).toEqual([5_000, 10_000, 20_000, 40_000]);
  });

  it('[ID4] never shrinks as failures go on, and never passes a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (failures) => {
        expect(delayMs(failures + 1)).toBeGreaterThanOrEqual(delayMs(failures));
        expect(delayMs(failures)).toBeLessThanOrEqual(LONGEST_DELAY_MS);
      }),
    );
  });

  it('[ID4] after an hour of quiet the count starts anew', () => {
    const attempts = { failures: 9, lastFailureAt: now, blockedUntil: now };
    expect(afterFailure(attempts, later(QUIET_MS - 1)).failures).toBe(10);
    expect(afterFailure(attempts, later(QUIET_MS))).toMatchObject({
      failures: 1,
      blockedUntil: later(QUIET_MS),
    });
  });

  it('[ID4] a clock that was set back locks nobody out', () => {
    const attempts = afterFailure({ failures: 4, lastFailureAt: now, blockedUntil: now }, now);
    expect(secondsToWait(attempts, later(-1))).toBe(0);
    expect(secondsToWait(attempts, now)).toBe(5);
    expect(secondsToWait(attempts, later(4_001))).toBe(1);
    expect(secondsToWait(attempts, later(5_000))).toBe(0);
  });
});
