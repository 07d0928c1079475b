import { expect, it } from 'vitest';
import { dayInVietnam, formatHour, formatMoment } from './moment.ts';

it.each([
  ['2026-11-23T03:56:30.000Z', '10:56 ngày 23/11/2026'],
  ['2026-11-02T16:59:59.999Z', '23:59 ngày 02/11/2026'],
  ['2026-11-02T17:00:00.000Z', '00:00 ngày 03/11/2026'],
  ['2026-12-31T17:00:00.000Z', '00:00 ngày 01/01/2027'],
])('%s is %s in Vietnam', (iso, text) => {
  const moment = new Date(iso);
  expect(formatMoment(moment)).toBe(text);
  expect(formatHour(moment)).toBe(text.slice(0, 5));
  expect(dayInVietnam(moment)).toBe(`${text.slice(-4)}-${text.slice(-7, -5)}-${text.slice(-10, -8)}`);
});
