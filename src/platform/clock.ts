import { type BusinessDate, daysBetween } from '../kernel/dates.ts';
import { dayInVietnam } from '../kernel/moment.ts';

/**
 * The only place in the product that reads the machine's clock. Everything else is handed a `Clock`, or a day.
 * (Timers and durations are not time of day and do not come through here.)
 */
export type Clock = {
  /** The present moment, for time stamps. */
  now(): Date;
  /** Today in Vietnam (UTC+7, no daylight saving): the business day of screens and clocks of duty. */
  today(): BusinessDate;
  /** The machine's own moment, in the demo too: only for what another device's clock must agree with. */
  machineNow(): Date;
};

const DAY_MS = 86_400_000;

/**
 * The machine's clock. Where `demoDay` gives a day, every moment falls on that day at the machine's time of day, so
 * that the demo looks the same in any year.
 *
 * @param machineNow the machine's moment; tests put another in its place
 */
export function systemClock(
  demoDay: () => BusinessDate | null = () => null,
  machineNow = () => new Date(),
): Clock {
  const now = () => {
    const machine = machineNow();
    const today = demoDay();
    return today === null
      ? machine
      : new Date(machine.getTime() + daysBetween(dayInVietnam(machine), today) * DAY_MS);
  };
  return { now, today: () => dayInVietnam(now()), machineNow };
}

/** A clock that stands still until moved: tests. */
export function fixedClock(moment: string): Clock & { moveTo(moment: string): void } {
  let current = new Date(moment);
  return {
    now: () => new Date(current),
    today: () => dayInVietnam(current),
    machineNow: () => new Date(current),
    moveTo: (next) => {
      current = new Date(next);
    },
  };
}
