import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDate, day, daysBetween, parts } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { buildNotice, buildPoint } from '../testing/build.ts';
import { regularSessionDay, sessionOnOrAfter, sessionsBetween } from './calendar.ts';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1990-01-01'), days));
const OTHER_ROW = '00000000-0000-8000-8040-000000000002' as Id;
const fixedDay = fc.integer({ min: 1, max: 31 });
const year2026 = { from: day('2026-01-01'), to: day('2026-12-31') };

describe('the fixed day', () => {
  it.each([
    [23, '2026-08-01', '2026-08-23', 'a Sunday'],
    [30, '2026-04-10', '2026-04-30', 'Reunification Day'],
    [2, '2026-09-15', '2026-09-02', 'National Day'],
  ])('[SE1] [SE2] %i in the month of %s is %s, %s', (fixed, month, expected) => {
    expect(regularSessionDay(fixed, day(month))).toBe(expected);
  });

  it.each([
    [31, '2026-04-01', '2026-04-30'],
    [31, '2026-02-01', '2026-02-28'],
    [29, '2028-02-01', '2028-02-29'],
    [31, '2026-12-01', '2026-12-31'],
  ])('[SE3] %i in the month of %s is %s', (fixed, month, expected) => {
    expect(regularSessionDay(fixed, day(month))).toBe(expected);
  });
});

describe('the session that tests a due loan', () => {
  it.each([
    ['2026-10-22', 7, '2026-11-07'],
    ['2026-10-07', 7, '2026-10-07'],
    ['2026-10-08', 7, '2026-11-07'],
    ['2026-12-24', 23, '2027-01-23'],
    ['2026-01-31', 31, '2026-01-31'],
    ['2026-04-30', 31, '2026-04-30'],
  ])('[SE5] due %s with fixed day %i is %s', (due, fixed, expected) => {
    expect(sessionOnOrAfter(day(due), fixed)).toBe(expected);
  });

  it('[SE5] is never before the due day and at most 31 days after it', () => {
    fc.assert(
      fc.property(anyDay, fixedDay, (due, fixed) => {
        const waited = daysBetween(due, sessionOnOrAfter(due, fixed));
        expect(waited).toBeGreaterThanOrEqual(0);
        expect(waited).toBeLessThanOrEqual(31);
      }),
    );
  });
});

describe('the calendar', () => {
  it('[SE1] holds one session a month, whatever the fixed day', () => {
    fc.assert(
      fc.property(fixedDay, (fixed) => {
        const sessions = sessionsBetween([buildPoint({ fixedDay: fixed })], [], year2026);
        expect(sessions.map(({ regularOn }) => parts(regularOn).month)).toEqual([
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
        ]);
      }),
    );
  });

  it('[SE4] a notice moves one session and no other', () => {
    const held = sessionsBetween([buildPoint()], [buildNotice()], year2026).map(({ heldOn }) => heldOn);
    expect(held.slice(0, 3)).toEqual(['2026-01-23', '2026-02-10', '2026-03-23']);
  });

  it('[SE4] a notice can leave a session out, and bring one in from the next month', () => {
    const leftOut = sessionsBetween([buildPoint()], [buildNotice({ heldOn: null })], year2026);
    expect(leftOut[1]).toMatchObject({ regularOn: '2026-02-23', heldOn: null });
    const january = { from: day('2026-01-01'), to: day('2026-01-31') };
    const early = sessionsBetween([buildPoint()], [buildNotice({ heldOn: day('2026-01-30') })], january);
    expect(early.map(({ heldOn }) => heldOn)).toEqual(['2026-01-23', '2026-01-30']);
  });

  it('[SE6] a new fixed day holds from its date, the old one until the day before', () => {
    const before = buildPoint({ validTo: day('2026-06-30') });
    const after = buildPoint({ fixedDay: 5, validFrom: day('2026-07-01') });
    const held = sessionsBetween([before, after], [], year2026).map(
      ({ regularOn }) => regularOn as BusinessDate,
    );
    expect(held).toHaveLength(12);
    expect(held.slice(5, 7)).toEqual(['2026-06-23', '2026-07-05']);
  });

  it.each([
    ['later in the month', 5, 23, '2026-07-15', '2026-07-05'],
    ['earlier in the month', 23, 5, '2026-07-15', '2026-07-23'],
    ['to the day of the change', 23, 15, '2026-07-15', '2026-07-15'],
  ])(
    '[SE1] [SE6] a fixed day moved %s in mid-month leaves that month one session',
    (_, old, fixed, from, held) => {
      const before = buildPoint({ fixedDay: old, validTo: addDays(day(from), -1) });
      const after = buildPoint({ id: OTHER_ROW, fixedDay: fixed, validFrom: day(from) });
      const july = { from: day('2026-07-01'), to: day('2026-07-31') };
      expect(sessionsBetween([after, before], [], july).map(({ heldOn }) => heldOn)).toEqual([held]);
      expect(sessionsBetween([after, before], [], year2026)).toHaveLength(12);
    },
  );

  it('[SE12] after its last day a point holds no session', () => {
    const ended = buildPoint({ validTo: day('2026-06-22') });
    expect(sessionsBetween([ended], [], year2026)).toHaveLength(5);
  });

  it('[SE4] a notice stands when the point gets new hours from an earlier day', () => {
    const before = buildPoint({ validTo: day('2026-01-31') });
    const after = buildPoint({
      id: OTHER_ROW,
      startsAt: '13:30',
      endsAt: '16:30',
      validFrom: day('2026-02-01'),
    });
    const february = { from: day('2026-02-01'), to: day('2026-02-28') };
    expect(sessionsBetween([after, before], [buildNotice()], february)).toMatchObject([
      { heldOn: '2026-02-10', startsAt: '13:30' },
    ]);
  });

  it('[SE3] says of a short month that it has no such day', () => {
    const april = { from: day('2026-04-01'), to: day('2026-05-31') };
    const sessions = sessionsBetween([buildPoint({ fixedDay: 31 })], [], april);
    expect(sessions.map(({ heldOn, isShortMonth }) => [heldOn, isShortMonth])).toEqual([
      ['2026-04-30', true],
      ['2026-05-31', false],
    ]);
  });

  it('[SE2] tells a weekend and holds the session all the same', () => {
    const august = { from: day('2026-08-01'), to: day('2026-08-31') };
    expect(sessionsBetween([buildPoint()], [], august)).toMatchObject([
      { heldOn: '2026-08-23', isWeekend: true },
    ]);
  });
});
