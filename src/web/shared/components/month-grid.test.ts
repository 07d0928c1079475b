import { describe, expect, it } from 'vitest';
import { day, isoWeekday } from '../../../kernel/dates.ts';
import { dayAfterKey, weeksOf } from './month-grid.ts';

describe('the weeks of a month', () => {
  it('begin on Monday and hold the whole month', () => {
    const weeks = weeksOf(day('2026-11-15'));
    expect(weeks.map(([monday]) => monday)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    for (const week of weeks) expect(week.map(isoWeekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('are four where a February of 28 days begins on Monday', () => {
    expect(weeksOf(day('2027-02-01'))).toHaveLength(4);
  });
});

describe('keys in a calendar', () => {
  it.each([
    ['ArrowRight', '2026-11-01'],
    ['ArrowLeft', '2026-10-30'],
    ['ArrowDown', '2026-11-07'],
    ['ArrowUp', '2026-10-24'],
    ['Home', '2026-10-26'],
    ['End', '2026-11-01'],
    ['PageUp', '2026-09-30'],
    ['PageDown', '2026-11-30'],
  ])('%s moves from 31/10/2026 to %s', (key, to) => {
    expect(dayAfterKey(day('2026-10-31'), key)).toBe(to);
  });

  it('that mean nothing there move nowhere', () => {
    expect(dayAfterKey(day('2026-10-31'), 'a')).toBeUndefined();
  });
});
