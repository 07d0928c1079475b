import { describe, expect, it } from 'vitest';
import { hourAfterSession } from './meeting-hour.ts';

describe('the hour of a meeting', () => {
  it.each([
    ['10:30', 0, '10:30'],
    ['10:30', 45, '11:15'],
    ['08:05', 0, '08:05'],
    ['23:59', 0, '23:59'],
    ['23:59', 1, null],
    [null, 0, null],
  ])('[GV114] a session until %s and %i minutes make %s', (endsAt, after, hour) => {
    expect(hourAfterSession(endsAt, after)).toBe(hour);
  });
});
