import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { lengthOf } from './agenda-section.tsx';

const MEETING = {
  agenda: [{ minutes: 25 }, { minutes: 20 }] as unknown as Parameters<typeof lengthOf>[0]['agenda'],
  metOn: day('2026-11-23'),
  ...{ meetsAt: '20:30', openedAt: null, closedAt: null },
};
const openedAt = '2026-11-23T14:00:00.000Z';
const closedAt = '2026-11-23T14:05:00.000Z';

test('[GV242] the end is foretold while the meeting is prepared and held; of one that has ended its hour is told', () => {
  expect(lengthOf({ ...MEETING, state: 'preparing' })).toBe('45 phút, xong lúc 21:15');
  expect(lengthOf({ ...MEETING, state: 'open', openedAt })).toBe('45 phút, xong lúc 21:45');
  const closed = { ...MEETING, state: 'closed', openedAt, closedAt } as const;
  expect(lengthOf(closed)).toBe('dự kiến 45 phút, kết thúc lúc 21:05');
  expect(lengthOf({ ...closed, closedAt: '2026-11-24T02:00:00.000Z' })).toBe('dự kiến 45 phút');
  expect(lengthOf({ ...MEETING, state: 'cancelled' })).toBe('dự kiến 45 phút');
});
