import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import {
  BRIEFING_STATES,
  firstDayToPrepare,
  isEnded,
  isHeld,
  isPassedBy,
  mayBecome,
  mayPrepare,
  nearestFirst,
} from './briefing.ts';

it.each([
  ['2026-11-12', false],
  ['2026-11-13', true],
  ['2026-11-23', true],
  ['2026-12-01', true],
])('[GV1] on %s the briefing of 23/11 can be prepared: %s', (today, may) => {
  expect(firstDayToPrepare(day('2026-11-23'), 10)).toBe('2026-11-13');
  expect(mayPrepare(day(today), day('2026-11-23'), 10)).toBe(may);
});

describe('the states of a briefing', () => {
  it('[GV109] lead from preparing to the meeting or to none, from the meeting to its minutes, and never back', () => {
    const ways = BRIEFING_STATES.flatMap((from) =>
      BRIEFING_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(ways).toEqual(['preparing → open', 'preparing → cancelled', 'open → closed']);
  });

  it('[GV109] closed and cancelled ones are ended, but only the closed one was held', () => {
    expect(BRIEFING_STATES.filter(isEnded)).toEqual(['closed', 'cancelled']);
    expect(BRIEFING_STATES.filter(isHeld)).toEqual(['open', 'closed']);
  });

  it.each([
    ['2026-11-23', []],
    ['2026-11-24', ['preparing']],
  ])('[GV112] on %s a session of 23/11 has passed by for briefings in the states %j', (today, states) => {
    const heldOn = day('2026-11-23');
    expect(BRIEFING_STATES.filter((state) => isPassedBy({ state, heldOn }, day(today)))).toEqual(states);
  });
});

it.each([
  ['neither', [], []],
  ['one that stands', ['23 preparing'], ['23 preparing']],
  ['one that is not held', ['23 cancelled'], ['23 cancelled']],
  [
    'one that is not held before the next',
    ['23 preparing', '20 cancelled'],
    ['20 cancelled', '23 preparing'],
  ],
  ['one that is not held on the day of the next', ['23 open', '23 cancelled'], ['23 open']],
  ['one that is not held after the next', ['24 cancelled', '23 preparing'], ['23 preparing']],
] as const)('[GV118] the nearest of somebody who has %s', (_, found, expected) => {
  const rows = found.map((row) => {
    const [date, state] = row.split(' ') as [string, 'preparing' | 'open' | 'cancelled'];
    return { row, state, metOn: day(`2026-11-${date}`) };
  });
  expect(nearestFirst(rows).map(({ row }) => row)).toEqual(expected);
});
