import { expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { dueAtPoint, sessionsToTell, tellDueSessions } from './find-due-session.ts';

const told = (own: number, next: number) =>
  sessionsToTell(
    [
      { sessionOn: day('2026-11-23'), loans: 9 },
      { sessionOn: day('2026-12-23'), loans: own },
      { sessionOn: day('2027-01-23'), loans: next },
      { sessionOn: day('2027-02-23'), loans: 4 },
    ],
    day('2026-12-23'),
  ).map(({ sessionOn }) => sessionOn);

it('[GV192] [GV257] the own session and the next are told where something falls due, none after them', () => {
  expect(told(3, 5)).toEqual(['2026-12-23', '2027-01-23']);
  expect(told(3, 0)).toEqual(['2026-12-23']);
  expect(told(0, 5)).toEqual(['2027-01-23']);
  expect(told(0, 0)).toEqual(['2026-12-23']);
  expect(sessionsToTell([], day('2026-12-23'))).toEqual([]);
});

it('[GV257] figures of the own session’s day tell of the next alone, not of the one after it', () => {
  const due = ['2027-01-31', '2027-02-28'].map((sessionOn) => ({ sessionOn: day(sessionOn), loans: 2 }));
  expect(sessionsToTell(due, day('2026-12-31')).map(({ sessionOn }) => sessionOn)).toEqual(['2027-01-31']);
});

it('[GV240] of a commune’s points a session belongs to those whose day it is, one of no calendar to them all', () => {
  const due = ['2026-12-05', '2026-12-19', '2027-01-05', '2027-01-19', '2027-01-27'].map((sessionOn) => ({
    ...{ sessionOn: day(sessionOn), loans: 1 },
  }));
  const session = (pointCode: string, regularOn: string) => ({
    point: { pointCode, name: pointCode },
    regularOn: day(regularOn),
  });
  const calendar = [
    session('SL', '2026-12-05'),
    session('VH', '2026-12-19'),
    session('SL', '2027-01-05'),
    session('VH', '2027-01-19'),
  ];
  const daysAt = (pointCode: string, sessions = calendar) =>
    dueAtPoint(due, pointCode, sessions).map(({ sessionOn }) => sessionOn);
  expect(daysAt('SL')).toEqual(['2026-12-05', '2027-01-05', '2027-01-27']);
  expect(daysAt('VH')).toEqual(['2026-12-19', '2027-01-19', '2027-01-27']);
  expect(daysAt('SL', [...calendar, session('SL', '2026-12-19')])).toContain('2026-12-19');
});

/** What a briefing of the first point, of 05/12, tells of its own session and of the next. */
function toldBy(
  calendar: readonly (readonly [point: string, regularOn: string, heldOn?: string])[],
  pointCodes: readonly string[],
) {
  const due = ['2026-12-05', '2027-01-05'].map((sessionOn) => ({ sessionOn: day(sessionOn), loans: 1 }));
  const sessions = calendar.map(([name, regularOn, heldOn = regularOn]) => ({
    point: { pointCode: name, name },
    ...{ regularOn: day(regularOn), heldOn: day(heldOn) },
  }));
  const briefing = { pointCode: 'SL', regularOn: day('2026-12-05'), heldOn: day('2026-12-07') };
  const { due: own, dueNext } = tellDueSessions(due, briefing, { sessions, pointCodes });
  return [own, dueNext].map((told) => told && [told.heldOn, told.pointNames]);
}

it('[GV203] a point that ended before the briefing makes no commune of several points', () => {
  const own = [
    ['SL', '2026-12-05'],
    ['SL', '2027-01-05'],
  ] as const;
  const ended = [['VH', '2026-09-19'], ...own] as const;
  expect(toldBy(own, ['SL'])).toEqual([
    ['2026-12-07', []],
    ['2027-01-05', []],
  ]);
  expect(toldBy(ended, ['SL'])).toEqual(toldBy(own, ['SL']));
  expect(toldBy(ended, ['SL', 'VH'])).toEqual([
    ['2026-12-07', ['SL']],
    ['2027-01-05', ['SL']],
  ]);
});

it('[GV203] a day that no point’s calendar has is of the points of the briefing’s day, not of one that ended', () => {
  const calendar = [
    ['VH', '2026-11-19'],
    ['TH', '2026-09-12'],
    ['SL', '2026-12-05'],
  ] as const;
  expect(toldBy(calendar, ['SL', 'VH'])[1]).toEqual(['2027-01-05', ['VH', 'SL']]);
  expect(toldBy(calendar, ['SL'])[1]).toEqual(['2027-01-05', []]);
});

it('[GV240] [GV203] what falls due on a day of two points is of both, also where the other begins then; each is told on its own day', () => {
  const calendar = [
    ['SL', '2026-12-05'],
    ['VH', '2027-01-05', '2027-01-09'],
    ['SL', '2027-01-05', '2027-01-07'],
  ] as const;
  expect(toldBy(calendar, ['SL'])).toEqual([
    ['2026-12-07', []],
    ['2027-01-07', ['VH', 'SL']],
  ]);
});
