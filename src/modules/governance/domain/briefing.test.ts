import { expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { firstDayToPrepare, mayPrepare } from './briefing.ts';

it.each([
  ['2026-11-12', false],
  ['2026-11-13', true],
  ['2026-11-23', true],
  ['2026-12-01', true],
])('[GV1] on %s the briefing of 23/11 can be prepared: %s', (today, may) => {
  expect(firstDayToPrepare(day('2026-11-23'), 10)).toBe('2026-11-13');
  expect(mayPrepare(day(today), day('2026-11-23'), 10)).toBe(may);
});
