import { describe, expect, it } from 'vitest';
import { day, isoWeekday } from '../../../kernel/dates.ts';
import { dayOf, inOrder, minutesLater, officeHour, type Step } from './moments.ts';

describe('moments of the demo', () => {
  it('are within office hours, and never on a Sunday', () => {
    for (let days = 0; days < 30; days++) {
      const at = officeHour(day('2026-10-01'), days, String(days));
      expect(isoWeekday(dayOf(at))).not.toBe(7);
      expect(at).toMatch(/T(08|09|10|14|15|16):\d\d:00\+07:00$/);
    }
  });

  it('are counted in minutes over the hour', () => {
    expect(minutesLater('07:30', 185)).toBe('10:35');
    expect(minutesLater('13:30', 150)).toBe('16:00');
  });

  it('come one after the other, with what follows from each, and not after the end', async () => {
    const reached: string[] = [];
    const step = (at: string, after: readonly Step[] = []): Step => ({ at, run: async () => after });
    const later = step('2026-10-05T08:00:00+07:00');
    await inOrder(
      [
        step('2026-10-20T08:00:00+07:00'),
        step('2026-10-03T08:00:00+07:00', [later, step('2026-11-01T08:00:00+07:00')]),
      ],
      { end: '2026-10-31T00:00:00+07:00', reach: (at) => reached.push(dayOf(at)) },
    );
    expect(reached).toEqual(['2026-10-03', '2026-10-05', '2026-10-20']);
  });
});
