import { addDays, type BusinessDate, day } from '../kernel/dates.ts';

/**
 * The only place in the product that reads the machine's clock. Everything else is handed a `Clock`, or a day.
 * (Timers and durations are not time of day and do not come through here.)
 */
export type Clock = {
  /** The present moment, for time stamps. */
  now(): Date;
  /** Today in Vietnam (UTC+7, no daylight saving): the business day of screens and clocks of duty. */
  today(): BusinessDate;
};

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The machine's clock, its day moved by `shiftDays`: the demo lives on a day of its own. */
export function systemClock(shiftDays: () => number = () => 0): Clock {
  const now = () => new Date();
  return {
    now,
    today: () => addDays(day(new Date(now().getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)), shiftDays()),
  };
}

/** A clock that stands still until moved: tests. */
export function fixedClock(moment: string): Clock & { moveTo(moment: string): void } {
  let current = new Date(moment);
  return {
    now: () => new Date(current),
    today: () => day(new Date(current.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)),
    moveTo: (next) => {
      current = new Date(next);
    },
  };
}
