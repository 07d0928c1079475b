import { describe, expect, it } from 'vitest';
import { day } from '../kernel/dates.ts';
import { systemClock } from './clock.ts';

describe('the clock of the demo', () => {
  const machine = new Date('2027-05-20T18:30:00Z');
  const clock = systemClock(
    () => day('2026-11-03'),
    () => machine,
  );

  it("puts every moment on the demo's day in Vietnam, at the machine's time of day", () => {
    expect(clock.now()).toEqual(new Date('2026-11-02T18:30:00Z'));
    expect(clock.today()).toBe('2026-11-03');
  });

  it("still knows the machine's own moment, which other devices share", () => {
    expect(clock.machineNow()).toEqual(machine);
  });

  it('is the machine where there is no demo', () => {
    const real = systemClock(
      () => null,
      () => machine,
    );
    expect(real.now()).toEqual(machine);
    expect(real.today()).toBe('2027-05-21');
  });
});
