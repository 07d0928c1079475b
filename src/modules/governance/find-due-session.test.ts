import { expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { dueAtPoint, sessionsToTell } from './find-due-session.ts';

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
