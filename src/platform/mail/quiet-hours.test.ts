import { describe, expect, test } from 'vitest';
import { afterQuietHours } from './quiet-hours.ts';

const NIGHT = { fromHour: 21, untilHour: 7 };
const allowed = (due: string, hours = NIGHT) =>
  afterQuietHours(new Date(`2026-11-20T${due}+07:00`), hours).toISOString();

describe('quiet hours', () => {
  test.each([
    ['20:59:59.999', '2026-11-20T13:59:59.999Z'],
    ['21:00:00', '2026-11-21T00:00:00.000Z'],
    ['23:59:59', '2026-11-21T00:00:00.000Z'],
    ['00:00:00', '2026-11-20T00:00:00.000Z'],
    ['06:59:59.999', '2026-11-20T00:00:00.000Z'],
    ['07:00:00', '2026-11-20T00:00:00.000Z'],
    ['12:30:00', '2026-11-20T05:30:00.000Z'],
  ])('[GV42] what is due at %s may go at %s', (due, at) => expect(allowed(due)).toBe(at));

  test('[GV42] within one day, and none at all', () => {
    expect(allowed('12:30:00', { fromHour: 12, untilHour: 13 })).toBe('2026-11-20T06:00:00.000Z');
    expect(allowed('13:00:00', { fromHour: 12, untilHour: 13 })).toBe('2026-11-20T06:00:00.000Z');
    expect(allowed('22:10:00', { fromHour: 0, untilHour: 0 })).toBe('2026-11-20T15:10:00.000Z');
  });
});
