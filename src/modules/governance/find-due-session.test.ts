import { expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { sessionToTell } from './find-due-session.ts';

const told = (own: number, next: number) =>
  sessionToTell(
    [
      { sessionOn: day('2026-11-23'), loans: 9 },
      { sessionOn: day('2026-12-23'), loans: own },
      { sessionOn: day('2027-01-23'), loans: next },
      { sessionOn: day('2027-02-23'), loans: 4 },
    ],
    day('2026-12-23'),
  )?.sessionOn;

it('[GV192] the own session is told, where nothing falls due there the next, none after that', () => {
  expect(told(3, 5)).toBe('2026-12-23');
  expect(told(0, 5)).toBe('2027-01-23');
  expect(told(0, 0)).toBe('2026-12-23');
  expect(sessionToTell([], day('2026-12-23'))).toBeUndefined();
});
