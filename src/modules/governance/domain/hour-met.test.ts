import { expect, test } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { hourMet } from './hour-met.ts';

test('[GV139] an hour is told of the day on which people met, by clocks in Vietnam, and of no other', () => {
  const metOn = day('2026-11-05');
  expect(hourMet('2026-11-05T03:56:00.000Z', metOn)).toBe('10:56');
  expect(hourMet('2026-11-05T16:59:59.000Z', metOn)).toBe('23:59');
  expect(hourMet('2026-11-05T17:00:00.000Z', metOn)).toBe(null);
  expect(hourMet('2026-11-04T16:59:59.000Z', metOn)).toBe(null);
  expect(hourMet(null, metOn)).toBe(null);
});
